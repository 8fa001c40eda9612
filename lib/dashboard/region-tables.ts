import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { RegionTable } from './dashboard.ts'

interface Cell {
  measure: RegionTable['measure']
  office: string | null
  part: string
  n: number | null
}

/** The region in numbers, small ones withheld by the database itself. */
export async function regionTables(tx: Tx, { locale }: Actor): Promise<RegionTable[]> {
  const cells = await tx.$queryRaw<Cell[]>`
    select measure, case when ${locale} = 'en' then office_en else office_ko end as office, part, n from app.region_statistics()`
  return (['LEVEL', 'MONTH'] as const).map((measure) => tableOf(measure, cells.filter((cell) => cell.measure === measure)))
}

function tableOf(measure: RegionTable['measure'], cells: Cell[]): RegionTable {
  const rows: RegionTable['rows'] = []
  for (const { office, part, n } of cells) {
    // The sum of a row comes first and opens it.
    if (part === '') rows.push({ office, counts: [] })
    rows.at(-1)?.counts.push(n)
  }
  return { measure, parts: [...new Set(cells.map(({ part }) => part))].filter((part) => part !== ''), rows }
}
