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
}

/**
 * Configuration, not law: which kinds are in use since when, for how long one may stand and when it is looked at again
 * are the programme's own numbers.
 */
export const basisRules = {
  CHILD_ABUSE: { certain: true, from: '2026-03-01', until: null, longestDays: 180, reviewDays: 30 },
  EMERGENCY_WELFARE: { certain: true, from: '2026-03-01', until: null, longestDays: 90, reviewDays: 30 },
  URGENT_RISK: { certain: false, from: '2026-03-01', until: null, longestDays: 30, reviewDays: 7 },
  SCHOOL_VIOLENCE: { certain: true, from: '2026-03-01', until: null, longestDays: 90, reviewDays: 30 },
  OTHER_LAW: { certain: false, from: '2026-03-01', until: null, longestDays: 90, reviewDays: 14 },
} satisfies Record<BasisKind, BasisRule>

/** The kinds that may be recorded on a day ('2026-11-24'). */
export function kindsInUse(day: string, rules: Record<BasisKind, BasisRule> = basisRules): BasisKind[] {
  return basisKinds.filter((kind) => rules[kind].from <= day && (rules[kind].until ?? day) >= day)
}

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
