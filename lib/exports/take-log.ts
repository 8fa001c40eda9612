import { must } from '#lib/access/policy.ts'
import { prove } from '#lib/access/prove.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import { MOST_LINES, type TakeLog } from './export.ts'
import { listedLines } from './listed.ts'
import { nextNumber, writeFile } from './make-export.ts'

/** A month of the record of access as a file, for its review: who, when, what and of which case, without content (▲). */
export async function takeLog(actor: Actor, { month, kind, format, reason, password }: TakeLog): Promise<string> {
  must(actor, 'export.audit')
  refuseRegistrationNumber(reason, 'reason')
  await prove(actor, password)
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const log = await listedLines(tx, actor, { month, kind }, MOST_LINES)
    if (log.length === 0) throw new Invalid('exports.refusal.noLine', 'kind')
    if (log.length > MOST_LINES) throw new Invalid('exports.refusal.tooManyLines', 'kind', { most: MOST_LINES })
    const [id, number] = [newId(), await nextNumber(tx)]
    const filters = new URLSearchParams({ month, ...(kind && { kind }) }).toString()
    await tx.export.createMany({ data: [{ id, officeId, number, what: 'AUDIT', format, filters, reason, rows: log.length, state: 'AGREED', requestedById: staffId, at: now(), caseIds: [] }] })
    await audit(tx, actor, 'export.made', { subjectId: id })
    await writeFile(tx, actor, { id, number, format }, { log })
    return `/exports/${id}`
  }, { patience: 60_000 })
}
