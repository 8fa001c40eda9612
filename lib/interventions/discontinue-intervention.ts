import { must } from '#lib/access/policy.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { record } from '#lib/timeline/record.ts'
import type { DiscontinueIntervention } from './inputs.ts'
import { interventionFor, moveIntervention } from './move-intervention.ts'
import { writeDown } from './write-down.ts'

/** Ends before its end, with the reason; a request nobody has answered yet is taken back. */
export async function discontinueIntervention(actor: Actor, { interventionId, version, reason, summary }: DiscontinueIntervention): Promise<string> {
  must(actor, 'intervention.end')
  refuseRegistrationNumber(summary, 'summary')

  return asActor(actor, async (tx) => {
    const found = await interventionFor(tx, actor, interventionId)
    const { caseId, domain, serviceCode } = found
    const move = found.state === 'PROPOSED' ? 'withdraw' : 'discontinue'
    await moveIntervention(tx, actor, move, found, { version, set: { endReason: reason, endedAt: now() } })
    const noteId = await writeDown(tx, actor, found, { body: summary })
    await record(tx, actor, { type: 'intervention.discontinued', caseId, domain, noteId, data: { interventionId, serviceCode, reason } })
    return `/interventions/${interventionId}`
  })
}
