import { must } from '#lib/access/policy.ts'
import { prove } from '#lib/access/prove.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import type { LogLine } from '#lib/audit/queries.ts'
import type { CaseRow } from '#lib/cases/view.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid, NotAllowed } from '#lib/core/refusal.ts'
import { tellRoles } from '#lib/notices/tell.ts'
import { audit } from '#lib/timeline/audit.ts'
import { isoDay } from '#lib/words/days.ts'
import { sealExport } from './box.ts'
import { MOST_CASES, type ExportFormat, type MakeExport } from './export.ts'
import { filtersOf, listedCases } from './listed.ts'
import { sheetOf } from './sheet.ts'

/**
 * Takes a list of cases out: what she sees of it, for a reason, after proving who she is. Up to the office's number at
 * once; more waits for a second person, and a school takes out no more than that.
 */
export async function makeExport(actor: Actor, { filters, format, reason, password }: MakeExport): Promise<string> {
  must(actor, 'export.make')
  refuseRegistrationNumber(reason, 'reason')
  await prove(actor, password)
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const cases = await listedCases(tx, actor, filtersOf(filters), MOST_CASES)
    if (cases.length === 0) throw new Invalid('exports.refusal.nothing')
    if (cases.length > MOST_CASES) throw new Invalid('exports.refusal.tooMany', undefined, { most: MOST_CASES })
    const { exportRows } = await tx.office.findFirstOrThrow({ where: { id: officeId }, select: { exportRows: true } })
    const more = cases.length > exportRows
    if (more && actor.role === 'SCHOOL_LEAD') throw new NotAllowed('exports.refusal.schoolMost', { most: exportRows })

    const [id, at, number] = [newId(), now(), await nextNumber(tx)]
    await tx.export.createMany({ data: [{ id, officeId, number, format, filters, reason, rows: cases.length, state: more ? 'ASKED' : 'AGREED', requestedById: staffId, at, caseIds: [] }] })
    await audit(tx, actor, more ? 'export.asked' : 'export.made', { subjectId: id })
    if (more) await tellRoles(tx, actor, ['OFFICE_LEAD'], { kind: 'export.asked', path: `/exports/${id}` })
    else await writeFile(tx, actor, { id, number, format }, { cases })
    return `/exports/${id}`
  }, { patience: 60_000 })
}

/** The file, from this moment until its time is over, with the cases that are in it. */
export async function writeFile(tx: Tx, actor: Actor, { id, number, format }: { id: string; number: string; format: ExportFormat }, content: { cases: CaseRow[] } | { log: LogLine[] }): Promise<void> {
  const { officeId, name, agencyName, locale } = actor
  const { exportHours } = await tx.office.findFirstOrThrow({ where: { id: officeId }, select: { exportHours: true } })
  const madeAt = now()
  const file = await sheetOf(format, { number, by: `${name} · ${agencyName}`, at: madeAt, content, locale })
  await tx.exportBody.createMany({ data: [{ officeId, exportId: id, box: await sealExport(id, file) }] })
  await tx.export.updateMany({
    where: { officeId, id, state: 'AGREED' },
    data: { state: 'READY', madeAt, expiresAt: new Date(madeAt.getTime() + exportHours * 3_600_000), bytes: file.length, caseIds: 'cases' in content ? content.cases.map((row) => row.id) : [] },
  })
}

/** X-2026-0007 */
export async function nextNumber(tx: Tx): Promise<string> {
  const year = isoDay(now()).slice(0, 4)
  const [count] = await tx.$queryRaw<{ next: number }[]>`select app.next_number(${`export-${year}`}) as next`
  return `X-${year}-${String(count?.next ?? 0).padStart(4, '0')}`
}
