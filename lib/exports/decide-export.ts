import { must } from '#lib/access/policy.ts'
import { prove } from '#lib/access/prove.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { tell } from '#lib/notices/tell.ts'
import { audit } from '#lib/timeline/audit.ts'
import { MOST_CASES, type DecideExport, type FinishExport } from './export.ts'
import { filtersOf, listedCases } from './listed.ts'
import { writeFile } from './make-export.ts'

/** A second person agrees to a long list, or does not. Never to her own. */
export async function decideExport(actor: Actor, { id, answer, password }: DecideExport): Promise<string> {
  must(actor, 'export.agree')
  await prove(actor, password)
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await tx.export.findFirst({ where: { officeId, id }, select: { requestedById: true } })
    if (!found) throw new NotFound()
    if (found.requestedById === staffId) throw new NotAllowed('exports.refusal.own')
    const { count } = await tx.export.updateMany({ where: { officeId, id, state: 'ASKED' }, data: { state: answer, decidedById: staffId, decidedAt: now() } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await audit(tx, actor, answer === 'AGREED' ? 'export.agreed' : 'export.refused', { subjectId: id })
    await tell(tx, actor, { kind: 'export.decided', path: `/exports/${id}`, staffId: found.requestedById })
    return `/exports/${id}`
  })
}

/** Whoever asked makes the file, once somebody has agreed: with what she sees then, and no more cases than were agreed to. */
export async function finishExport(actor: Actor, { id, password }: FinishExport): Promise<string> {
  must(actor, 'export.make')
  await prove(actor, password)
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await tx.export.findFirst({ where: { officeId, id, requestedById: staffId }, select: { number: true, format: true, filters: true, rows: true, state: true } })
    if (!found) throw new NotFound()
    if (found.state !== 'AGREED') throw new NotNow()
    const cases = await listedCases(tx, actor, filtersOf(found.filters), MOST_CASES)
    if (cases.length > found.rows) throw new NotNow('exports.refusal.grown', { rows: found.rows })
    await writeFile(tx, actor, { id, number: found.number, format: found.format === 'CSV' ? 'CSV' : 'XLSX' }, { cases })
    await audit(tx, actor, 'export.made', { subjectId: id })
    return `/exports/${id}`
  }, { patience: 60_000 })
}
