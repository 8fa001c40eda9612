import { must } from '#lib/access/policy.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import { isoDay } from '#lib/words/days.ts'
import { asDate } from './days.ts'
import type { PauseIntervention } from './inputs.ts'
import { interventionFor, moveIntervention } from './move-intervention.ts'
import { writeDown } from './write-down.ts'

/** Rests until a day, and then wakes by itself: a pause that nobody remembers would be an end. */
export async function pauseIntervention(actor: Actor, { interventionId, version, wakesOn, reason }: PauseIntervention): Promise<string> {
  must(actor, 'intervention.pause')
  refuseRegistrationNumber(reason, 'reason')
  if (wakesOn <= isoDay(now())) throw new Invalid('interventions.refusal.wakesLater', 'wakesOn')

  return asActor(actor, async (tx) => {
    const found = await interventionFor(tx, actor, interventionId)
    const { caseId, domain, serviceCode } = found
    await moveIntervention(tx, actor, 'pause', found, { version, set: { wakesOn: asDate(wakesOn), dueAt: null } })
    const noteId = await writeDown(tx, actor, found, { body: reason })
    await record(tx, actor, { type: 'intervention.paused', caseId, domain, noteId, data: { interventionId, serviceCode, wakesOn } })
    return `/interventions/${interventionId}`
  })
}
