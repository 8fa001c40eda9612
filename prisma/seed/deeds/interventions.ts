import { now } from '#lib/core/clock.ts'
import { acceptIntervention } from '#lib/interventions/accept-intervention.ts'
import { assignIntervention } from '#lib/interventions/assign-intervention.ts'
import { completeIntervention } from '#lib/interventions/complete-intervention.ts'
import { declineIntervention } from '#lib/interventions/decline-intervention.ts'
import { discontinueIntervention } from '#lib/interventions/discontinue-intervention.ts'
import { holdSession } from '#lib/interventions/hold-session.ts'
import * as input from '#lib/interventions/inputs.ts'
import type { Attendance, DeclineCode, EndReason, Result } from '#lib/interventions/intervention.ts'
import { pauseIntervention } from '#lib/interventions/pause-intervention.ts'
import { proposeIntervention } from '#lib/interventions/propose-intervention.ts'
import type { Domain } from '#lib/timeline/layers.ts'
import { momentOf } from '../calendar.ts'
import type { Deed, Scene } from '../story.ts'
import { local } from './cases.ts'
import { idIn } from './id-in.ts'

interface Asking {
  what: string
  of: string
  whom?: string
  about: Domain
  goal?: string
  request: string
  often: string
  units?: number
  from: string
  until?: string
  answerBy?: string
}

/** Asks an agency for help. */
export const propose = (caseId: string, asking: Asking): Deed<string> => (scene) => askFor(scene, caseId, asking)

/** Help of one's own agency, given by oneself. */
export const offer = (caseId: string, asking: Asking): Deed<string> => (scene) => askFor(scene, caseId, asking, 'on')

async function askFor(scene: Scene, caseId: string, { what, of, whom, about, goal, request, often, units, from, until, answerBy }: Asking, takeOn?: 'on'): Promise<string> {
  const { actor, calendar, agency, person } = scene
  return idIn(await proposeIntervention(actor, input.ProposeIntervention.parse({
    caseId, goalId: goal, domain: about, serviceCode: what, agencyId: agency(of), staffId: whom && person(whom), request, frequency: often, plannedUnits: units,
    startsOn: calendar.day(from), endsOn: until && calendar.day(until), answerBy: answerBy && calendar.due(answerBy, now()).day, takeOn,
  })))
}

export const accept = (interventionId: string, answer = '', { from, whom }: { from?: string; whom?: string } = {}): Deed<string> => ({ actor, calendar, person }) =>
  acceptIntervention(actor, input.AcceptIntervention.parse({ interventionId, startsOn: from && calendar.day(from), staffId: whom && person(whom), answer }))

export const cannot = (interventionId: string, code: DeclineCode, answer: string): Deed<string> => ({ actor }) =>
  declineIntervention(actor, input.DeclineIntervention.parse({ interventionId, code, answer }))

export const assign = (interventionId: string, whom: string): Deed<string> => ({ actor, person }) => assignIntervention(actor, { interventionId, staffId: person(whom) })

interface Meeting {
  came?: Attendance
  went?: 'GOOD' | 'MIXED' | 'POOR'
  seen?: boolean
  units?: number
  /** When they meet again, with a time. */
  next?: string
  layer?: 'SENSITIVE' | 'PLAN'
}

/** A meeting or delivery; the child came and was seen, unless said otherwise. */
export const meet = (interventionId: string, body: string, { came = 'ATTENDED', went, seen = true, units, next, layer }: Meeting = {}): Deed<string> => ({ actor, calendar }) =>
  holdSession(actor, input.HoldSession.parse({
    interventionId, attendance: came, response: went, childSeen: seen ? 'on' : undefined, units, body, layer,
    nextAppointment: next && local(appointment(calendar.due(next, now()))),
  }))

const appointment = ({ day, time = '16:00' }: { day: string; time?: string | undefined }) => momentOf(day, time)

export const pause = (interventionId: string, until: string, reason: string): Deed<string> => ({ actor, calendar }) =>
  pauseIntervention(actor, input.PauseIntervention.parse({ interventionId, wakesOn: calendar.due(until, now()).day, reason }))

export const complete = (interventionId: string, result: Result, summary: string): Deed<string> => ({ actor }) =>
  completeIntervention(actor, input.CompleteIntervention.parse({ interventionId, result, summary }))

export const stop = (interventionId: string, reason: EndReason, summary: string): Deed<string> => ({ actor }) =>
  discontinueIntervention(actor, input.DiscontinueIntervention.parse({ interventionId, reason, summary }))
