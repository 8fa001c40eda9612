import { z } from 'zod'
import { Id } from '#lib/core/id.ts'
import { Day, Many, Text, Ticked } from '#lib/core/input.ts'
import { domains } from '#lib/timeline/layers.ts'

/** Ways in which another law opens a case to a recipient without consent. */
export const basisKinds = ['CHILD_ABUSE', 'EMERGENCY_WELFARE', 'URGENT_RISK', 'SCHOOL_VIOLENCE', 'OTHER_LAW'] as const
export type BasisKind = (typeof basisKinds)[number]

interface BasisRule {
  /** There is a law to name on the page. Where that is uncertain or differs from place to place, nothing is shown as law. */
  certain: boolean
  /** First and last day on which this kind may be recorded, as days in Seoul. */
  from: string
  until: string | null
  /** For how many days it may stand at most, and after how many somebody looks whether it is still needed. */
  longestDays: number
  reviewDays: number
  /** Where it stands a guardian may be the danger: nobody at home is told until somebody says who may be. */
  quiet?: true
}

/**
 * Configuration, not law: which kinds are in use since when, for how long one may stand and when it is looked at again
 * are the programme's own numbers.
 */
export const basisRules = {
  CHILD_ABUSE: { certain: true, from: '2026-03-01', until: null, longestDays: 180, reviewDays: 30, quiet: true },
  EMERGENCY_WELFARE: { certain: true, from: '2026-03-01', until: null, longestDays: 90, reviewDays: 30 },
  URGENT_RISK: { certain: false, from: '2026-03-01', until: null, longestDays: 30, reviewDays: 7 },
  SCHOOL_VIOLENCE: { certain: true, from: '2026-03-01', until: null, longestDays: 90, reviewDays: 30 },
  OTHER_LAW: { certain: false, from: '2026-03-01', until: null, longestDays: 90, reviewDays: 14 },
} as const satisfies Record<BasisKind, BasisRule>

/** The kinds that may be recorded on a day ('2026-11-24'). */
export function kindsInUse(day: string, rules: Record<BasisKind, BasisRule> = basisRules): BasisKind[] {
  return basisKinds.filter((kind) => rules[kind].from <= day && (rules[kind].until ?? day) >= day)
}

/** When somebody looks again: after the days of its kind, and not after its end. */
export function reviewDue(kind: string, at: Date, until: Date): Date {
  const known = basisKinds.find((one) => one === kind)
  const days = known ? basisRules[known].reviewDays : shortestReview
  return new Date(Math.min(until.getTime(), at.getTime() + days * 86_400_000))
}

/** Of a kind that is in use no more. */
const shortestReview = 7

export const RecordBasis = z.object({
  caseId: Id,
  recipientId: z.uuid('core.field.choose'),
  kind: z.enum(basisKinds, 'core.field.choose'),
  reason: Text(1000),
  items: Many(z.enum(domains), 1),
  sensitive: Ticked.optional(),
  /** The last day it counts. */
  validUntil: Day,
})
export type RecordBasis = z.output<typeof RecordBasis>

export const EndBasis = z.object({ basisId: Id })
export type EndBasis = z.output<typeof EndBasis>

export const ReviewBasis = z.object({ basisId: Id, outcome: z.enum(['KEEP', 'END'], 'core.field.choose'), remark: Text(1000) })
export type ReviewBasis = z.output<typeof ReviewBasis>
