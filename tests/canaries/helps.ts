import { acceptIntervention } from '#lib/interventions/accept-intervention.ts'
import { completeIntervention } from '#lib/interventions/complete-intervention.ts'
import { holdSession } from '#lib/interventions/hold-session.ts'
import * as input from '#lib/interventions/inputs.ts'
import { pauseIntervention } from '#lib/interventions/pause-intervention.ts'
import { proposeIntervention } from '#lib/interventions/propose-intervention.ts'
import type { Chapter } from './lives.ts'
import { people } from './stage.ts'
import { day, idIn } from './words.ts'

type Life = Parameters<Chapter>[0]

const ask = async ({ stage, canary, trace }: Life, { of, domain, service, request, frequency = '주 1회' }: Record<'of' | 'domain' | 'service' | 'request', string> & { frequency?: string }) =>
  idIn(await proposeIntervention(stage.as(people[canary.school]?.counselor ?? ''), input.ProposeIntervention.parse({
    caseId: trace.case, domain, serviceCode: service, agencyId: stage.ground.agencyIds[of], request, frequency, startsOn: day(stage, 1),
  })))

/** Of the Wee centre, about EMOTION: taken on, met once, and then as said. Or only asked, of a partner, about ECON. */
export const help = (how: 'asked' | 'kept' | 'paused' | 'ended'): Chapter => async (life) => {
  const { stage, canary, trace } = life
  if (how === 'asked') {
    trace.asked = await ask(life, { of: 'NGO1', domain: 'ECON', service: 'NGO-01', request: canary.says('request') })
    return
  }
  const interventionId = await ask(life, { of: 'WEE', domain: 'EMOTION', service: 'EMO-02', request: canary.says('frequency'), frequency: canary.says('frequency') })
  const worker = stage.as('설아인')
  await acceptIntervention(worker, input.AcceptIntervention.parse({ interventionId, answer: canary.says('taking') }))
  await holdSession(worker, input.HoldSession.parse({ interventionId, attendance: 'ATTENDED', childSeen: 'on', body: canary.says('session') }))
  if (how === 'kept') trace.active = interventionId
  if (how === 'paused') {
    await pauseIntervention(worker, input.PauseIntervention.parse({ interventionId, wakesOn: day(stage, 20), reason: canary.says('outcome') }))
    trace.paused = interventionId
  }
  if (how === 'ended') await completeIntervention(worker, input.CompleteIntervention.parse({ interventionId, result: 'ACHIEVED', summary: canary.says('outcome') }))
}
