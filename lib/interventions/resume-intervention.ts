import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { workingDaysAfter } from '#lib/core/days.ts'
import { asActor } from '#lib/core/door.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import type { ResumeIntervention } from './inputs.ts'
import { interventionFor, moveIntervention } from './move-intervention.ts'

/** Working days until somebody must have met the child again, when no meeting was named. */
const soon = 3

/** Goes on before it would have woken by itself. */
export async function resumeIntervention(actor: Actor, { interventionId, version, nextAppointment }: ResumeIntervention): Promise<string> {
  must(actor, 'intervention.pause')
  if (nextAppointment && nextAppointment <= now()) throw new Invalid('core.field.future', 'nextAppointment')

  return asActor(actor, async (tx) => {
    const found = await interventionFor(tx, actor, interventionId)
    const { caseId, domain, serviceCode } = found
    await moveIntervention(tx, actor, 'resume', found, { version, set: { wakesOn: null, dueAt: nextAppointment ?? workingDaysAfter(now(), soon) } })
    await record(tx, actor, { type: 'intervention.resumed', caseId, domain, data: { interventionId, serviceCode } })
    return `/interventions/${interventionId}`
  })
}
