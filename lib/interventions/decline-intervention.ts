import { must } from '#lib/access/policy.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { tell } from '#lib/notices/tell.ts'
import { record } from '#lib/timeline/record.ts'
import type { DeclineIntervention } from './inputs.ts'
import { interventionFor, moveIntervention } from './move-intervention.ts'

/** Cannot be taken on, with a code that says what to try instead. Nobody is let into the case by saying no. */
export async function declineIntervention(actor: Actor, { interventionId, version, code, answer }: DeclineIntervention): Promise<string> {
  must(actor, 'intervention.answer')
  refuseRegistrationNumber(answer, 'answer')

  return asActor(actor, async (tx) => {
    const found = await interventionFor(tx, actor, interventionId)
    const { caseId, domain, serviceCode } = found
    await moveIntervention(tx, actor, 'decline', found, { version, set: { declineCode: code, answer, answeredAt: now() } })
    await record(tx, actor, { type: 'intervention.declined', caseId, domain, data: { interventionId, serviceCode, code } })
    await tell(tx, actor, { kind: 'intervention.answered', path: `/interventions/${interventionId}`, staffId: found.proposerId })
    return `/interventions/${interventionId}`
  })
}
