import { must } from '#lib/access/policy.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { record } from '#lib/timeline/record.ts'
import type { CompleteIntervention } from './inputs.ts'
import { interventionFor, moveIntervention } from './move-intervention.ts'
import { writeDown } from './write-down.ts'

/** Given as it was meant to be, with what came of it. */
export async function completeIntervention(actor: Actor, { interventionId, version, result, summary }: CompleteIntervention): Promise<string> {
  must(actor, 'intervention.end')
  refuseRegistrationNumber(summary, 'summary')

  return asActor(actor, async (tx) => {
    const found = await interventionFor(tx, actor, interventionId)
    const { caseId, domain, serviceCode } = found
    await moveIntervention(tx, actor, 'complete', found, { version, set: { result, endedAt: now() } })
    const noteId = await writeDown(tx, actor, found, { body: summary })
    await record(tx, actor, { type: 'intervention.completed', caseId, domain, noteId, data: { interventionId, serviceCode, result } })
    return `/interventions/${interventionId}`
  })
}
