import { z } from 'zod'
import { Id } from '#lib/core/id.ts'
import { Day, Maybe, MaybeText, Moment, Text, Ticked, Version } from '#lib/core/input.ts'
import { noteLayers } from '#lib/cases/note.ts'
import { domains } from '#lib/timeline/layers.ts'
import { attendances, declineCodes, endReasons, responses, results } from './intervention.ts'

/** Meetings, meals, hours: as the service counts. */
const Units = z.coerce.number('core.field.number').int('core.field.number').min(1, 'core.field.least').max(1000, 'core.field.most')

export const ProposeIntervention = z.object({
  caseId: Id,
  goalId: Maybe(Id),
  domain: z.enum(domains, 'core.field.choose'),
  serviceCode: z.string().regex(/^[A-Z]{3}-\d{2}$/, 'core.field.choose'),
  agencyId: z.uuid('core.field.choose'),
  /** Somebody of the agency; left out, its queue. */
  staffId: Maybe(Id),
  /** Read by the agency: within what may be shared with it. */
  request: Text(4000),
  frequency: Text(100),
  plannedUnits: Maybe(Units),
  startsOn: Day,
  endsOn: Maybe(Day),
  /** A day; left out, the clock of the case's level says. */
  answerBy: Maybe(Day),
  /** Of one's own agency and given by oneself: taken on with the asking. */
  takeOn: Ticked.optional(),
})
export type ProposeIntervention = z.output<typeof ProposeIntervention>

/** The version the page showed; left out by the seed and by a reader without a page. */
const which = { interventionId: Id, version: Maybe(Version) }

export const AcceptIntervention = z.object({ ...which, staffId: Maybe(Id), startsOn: Maybe(Day), answer: MaybeText(1000) })
export type AcceptIntervention = z.output<typeof AcceptIntervention>

export const DeclineIntervention = z.object({ ...which, code: z.enum(declineCodes, 'core.field.choose'), answer: MaybeText(1000) })
export type DeclineIntervention = z.output<typeof DeclineIntervention>

export const AssignIntervention = z.object({ ...which, staffId: z.uuid('core.field.choose') })
export type AssignIntervention = z.output<typeof AssignIntervention>

export const HoldSession = z.object({
  interventionId: Id,
  /** Now, when left out. */
  heldAt: Maybe(Moment),
  attendance: z.enum(attendances, 'core.field.choose'),
  response: Maybe(z.enum(responses)),
  childSeen: Ticked.optional(),
  units: Maybe(Units),
  nextAppointment: Maybe(Moment),
  body: MaybeText(8000),
  layer: z.enum(noteLayers, 'core.field.choose').optional(),
})
export type HoldSession = z.output<typeof HoldSession>

export const PauseIntervention = z.object({ ...which, wakesOn: Day, reason: Text(1000) })
export type PauseIntervention = z.output<typeof PauseIntervention>

export const ResumeIntervention = z.object({ ...which, nextAppointment: Maybe(Moment) })
export type ResumeIntervention = z.output<typeof ResumeIntervention>

export const CompleteIntervention = z.object({ ...which, result: z.enum(results, 'core.field.choose'), summary: Text(4000) })
export type CompleteIntervention = z.output<typeof CompleteIntervention>

export const DiscontinueIntervention = z.object({ ...which, reason: z.enum(endReasons, 'core.field.choose'), summary: Text(4000) })
export type DiscontinueIntervention = z.output<typeof DiscontinueIntervention>
