import type { Intake } from './intake.ts'

type Table = keyof Intake['ids']

/** The rows behind numbers of the roster. Asked for once: what this import has brought or met is remembered. */
export async function idsOf(intake: Intake, table: Table, numbers: readonly string[]): Promise<Map<string, string>> {
  const met = intake.ids[table]
  const wanted = new Set(numbers)
  const unmet = [...wanted].filter((number) => number !== '' && !met.has(number))
  if (unmet.length > 0) meet(intake, table, (await ask(intake, table, unmet)).map(({ sourced_id, id }) => [sourced_id, id]))
  return new Map([...wanted].flatMap((number) => {
    const id = met.get(number)
    return id === undefined ? [] : [[number, id]]
  }))
}

export function meet(intake: Intake, table: Table, rows: readonly (readonly [number: string, id: string])[]): void {
  for (const [number, id] of rows) intake.ids[table].set(number, id)
}

function ask({ tx, officeId }: Intake, table: Table, numbers: string[]): Promise<{ id: string; sourced_id: string }[]> {
  switch (table) {
    case 'students':
      return tx.$queryRaw`select id, sourced_id from students where office_id = ${officeId}::uuid and sourced_id in (select unnest(${numbers}::text[]))`
    case 'guardians':
      return tx.$queryRaw`select id, sourced_id from guardians where office_id = ${officeId}::uuid and sourced_id in (select unnest(${numbers}::text[])) and import_digest is distinct from 'left'`
    case 'staff':
      return tx.$queryRaw`select id, sourced_id from staff where office_id = ${officeId}::uuid and sourced_id in (select unnest(${numbers}::text[]))`
    case 'classes':
      return tx.$queryRaw`select id, sourced_id from school_classes where office_id = ${officeId}::uuid and sourced_id in (select unnest(${numbers}::text[]))`
  }
}
