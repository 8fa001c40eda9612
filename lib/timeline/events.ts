import { z } from 'zod'
import { Id } from '#lib/core/id.ts'

/**
 * All that can happen, past tense. The type decides the shape of the data; what people wrote is never in it but in
 * `notes`, so that an event may be shown wherever its layer and domain allow.
 */
const empty = z.strictObject({})
const level = z.enum(['EMERGENCY', 'HIGH', 'MODERATE', 'WATCH'])

export const events = {
  'referral.submitted': z.strictObject({ urgency: z.enum(['NOW', 'TODAY', 'THIS_WEEK']), concerns: z.array(z.string()) }),
  'referral.joined': z.strictObject({ concerns: z.array(z.string()) }),
  'referral.received': empty,
  'referral.triaged': z.strictObject({ urgency: z.enum(['NOW', 'TODAY', 'THIS_WEEK']) }),
  'referral.asked': empty,
  'referral.answered': empty,
  'referral.declined': z.strictObject({ reasonCode: z.string() }),
  'referral.passed': empty,
  'referral.attached': empty,
  'referral.withdrawn': empty,
  'referral.noticed': empty,
  'referral.converted': empty,
  'case.opened': z.strictObject({ number: z.string(), level, leadId: Id }),
  'case.levelled': z.strictObject({ from: level, to: level }),
  'case.level-asked': z.strictObject({ from: level, to: level }),
  'case.level-kept': z.strictObject({ to: level }),
  'case.turned': z.strictObject({ dueAt: z.iso.datetime(), waitingOn: z.enum(['STAFF', 'AGENCY', 'FAMILY']) }),
  'case.lead-changed': z.strictObject({ fromId: Id, toId: Id }),
  'case.member-added': z.strictObject({ staffId: Id, relation: z.enum(['CO_LEAD', 'MEMBER', 'OBSERVER']) }),
  'case.member-left': z.strictObject({ staffId: Id }),
  'case.closed': z.strictObject({ reason: z.string() }),
  'case.reopened': empty,
  'case.glass-broken': z.strictObject({ code: z.string(), until: z.iso.datetime() }),
  'note.written': z.strictObject({ kind: z.string(), childSeen: z.boolean() }),
  'note.amended': z.strictObject({ amendsId: Id }),
  'document.added': z.strictObject({ documentId: Id, kind: z.string() }),
  'document.taken-back': z.strictObject({ documentId: Id, kind: z.string() }),
  'goal.set': z.strictObject({ goalId: Id }),
  'goal.rated': z.strictObject({ goalId: Id, rating: z.number().int().min(-2).max(2) }),
  'goal.ended': z.strictObject({ goalId: Id }),
  'plan.agreed': z.strictObject({ goals: z.number().int().min(1) }),
  'intervention.proposed': z.strictObject({ interventionId: Id, serviceCode: z.string(), agencyId: Id }),
  'intervention.accepted': z.strictObject({ interventionId: Id, serviceCode: z.string(), startsOn: z.iso.date() }),
  'intervention.declined': z.strictObject({ interventionId: Id, serviceCode: z.string(), code: z.string() }),
  'intervention.assigned': z.strictObject({ interventionId: Id, serviceCode: z.string(), staffId: Id }),
  'intervention.overdue': z.strictObject({ interventionId: Id, serviceCode: z.string(), agencyId: Id }),
  'intervention.session-held': z.strictObject({
    interventionId: Id, serviceCode: z.string(), attendance: z.string(), response: z.string().nullable(), childSeen: z.boolean(),
  }),
  'intervention.paused': z.strictObject({ interventionId: Id, serviceCode: z.string(), wakesOn: z.iso.date() }),
  'intervention.woken': z.strictObject({ interventionId: Id, serviceCode: z.string() }),
  'intervention.resumed': z.strictObject({ interventionId: Id, serviceCode: z.string() }),
  'intervention.completed': z.strictObject({ interventionId: Id, serviceCode: z.string(), result: z.string() }),
  'intervention.discontinued': z.strictObject({ interventionId: Id, serviceCode: z.string(), reason: z.string() }),
  'consent.recorded': z.strictObject({ recipientId: Id, subject: z.enum(['STUDENT', 'GUARDIAN']), state: z.string(), items: z.array(z.string()), validUntil: z.iso.datetime() }),
  'consent.narrowed': z.strictObject({ recipientId: Id, subject: z.enum(['STUDENT', 'GUARDIAN']), items: z.array(z.string()) }),
  'consent.withdrawn': z.strictObject({ recipientId: Id, subject: z.enum(['STUDENT', 'GUARDIAN']) }),
  'basis.recorded': z.strictObject({ recipientId: Id, kind: z.string(), validUntil: z.iso.datetime() }),
  'basis.reviewed': z.strictObject({ recipientId: Id }),
  'basis.ended': z.strictObject({ recipientId: Id }),
  /** All of them, or some. Who, stands in guardian_blocks. */
  'guardian.blocked': z.strictObject({ all: z.boolean() }),
  'guardian.unblock-asked': empty,
  'guardian.block-kept': empty,
  'guardian.unblocked': empty,
} satisfies Record<string, z.ZodType>

export type EventType = keyof typeof events
export type EventData<T extends EventType> = z.infer<(typeof events)[T]>

/** One list for filters on the timeline: which kind of thing an event is. */
export const eventGroups = {
  notes: ['note.written', 'note.amended', 'document.added', 'document.taken-back'],
  support: ['intervention.proposed', 'intervention.accepted', 'intervention.declined', 'intervention.assigned', 'intervention.overdue',
    'intervention.session-held', 'intervention.paused', 'intervention.woken', 'intervention.resumed', 'intervention.completed', 'intervention.discontinued'],
  decisions: ['referral.submitted', 'referral.joined', 'referral.received', 'referral.triaged', 'referral.asked', 'referral.answered',
    'referral.declined', 'referral.passed', 'referral.attached', 'referral.withdrawn', 'referral.noticed', 'referral.converted',
    'case.opened', 'case.levelled', 'case.level-asked', 'case.level-kept', 'case.turned', 'case.lead-changed', 'case.member-added', 'case.member-left', 'case.closed', 'case.reopened', 'case.glass-broken',
    'goal.set', 'goal.rated', 'goal.ended', 'plan.agreed'],
  sharing: ['consent.recorded', 'consent.narrowed', 'consent.withdrawn', 'basis.recorded', 'basis.reviewed', 'basis.ended',
    'guardian.blocked', 'guardian.unblock-asked', 'guardian.block-kept', 'guardian.unblocked'],
} as const satisfies Record<string, readonly EventType[]>
export type EventGroup = keyof typeof eventGroups
