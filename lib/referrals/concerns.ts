import type { Domain } from '#lib/timeline/layers.ts'
import type { Urgency } from './referral.ts'

/** The boxes of form F1 "학생 어려움", in its four areas and its order; codes are kept for ever. */
export const concernAreas = {
  LEARNING: ['BASIC_SKILLS', 'SUBJECTS', 'DROPOUT_RISK', 'LEARNING_OTHER'],
  MIND: ['DEPRESSION', 'ANXIETY', 'ADHD', 'LETHARGY', 'ANGER', 'MIND_OTHER'],
  SAFETY: ['ABUSE', 'SKIPPED_MEALS', 'FAMILY_LOSS', 'PARENTING', 'SELF_HARM', 'SCHOOL_VIOLENCE', 'SEXUAL_VIOLENCE', 'ILLNESS', 'OBESITY', 'SAFETY_OTHER'],
  LIVING: ['HARDSHIP', 'LIVING_OTHER'],
} as const

export type ConcernArea = keyof typeof concernAreas
export type Concern = (typeof concernAreas)[ConcernArea][number]

export const areaNames = Object.keys(concernAreas) as ConcernArea[]
export const concerns: readonly Concern[] = areaNames.flatMap((area) => concernAreas[area])

/** Which crisis domain of the programme (2.1) a box speaks of. */
export const domainOf: Record<Concern, Domain> = {
  BASIC_SKILLS: 'LEARN', SUBJECTS: 'LEARN', DROPOUT_RISK: 'DROPOUT', LEARNING_OTHER: 'LEARN',
  DEPRESSION: 'EMOTION', ANXIETY: 'EMOTION', ADHD: 'EMOTION', LETHARGY: 'EMOTION', ANGER: 'EMOTION', MIND_OTHER: 'EMOTION',
  ABUSE: 'ABUSE', SKIPPED_MEALS: 'CARE', FAMILY_LOSS: 'FAMILY', PARENTING: 'FAMILY', SELF_HARM: 'SUICIDE', SCHOOL_VIOLENCE: 'VIOLENCE',
  SEXUAL_VIOLENCE: 'VIOLENCE', ILLNESS: 'HEALTH', OBESITY: 'HEALTH', SAFETY_OTHER: 'CARE',
  HARDSHIP: 'ECON', LIVING_OTHER: 'ECON',
}

/** The graver first, for what stands in one line. */
const byGravity: readonly Domain[] = ['SUICIDE', 'ABUSE', 'VIOLENCE', 'DROPOUT', 'CARE', 'HEALTH', 'EMOTION', 'FAMILY', 'ECON', 'LEARN']

/** Danger to life or limb may stand behind these (programme 2.3): they propose the urgency NOW. */
const redFlags = ['SELF_HARM', 'ABUSE', 'SEXUAL_VIOLENCE'] as const satisfies readonly Concern[]

export const isConcern = (code: string): code is Concern => (concerns as readonly string[]).includes(code)
export const isRedFlag = (code: string): boolean => (redFlags as readonly string[]).includes(code)

/** What the boxes propose; a person may choose otherwise. */
export const proposedUrgency = (chosen: readonly string[]): Urgency | undefined => (chosen.some(isRedFlag) ? 'NOW' : undefined)

/**
 * One domain for the entry on the timeline, and only what belongs to it: a partner whose consent names one domain
 * must not learn of another. Who is entitled to the whole reads it in the referral.
 */
export function gravest(chosen: readonly string[]): { domain: Domain; concerns: Concern[] } {
  const known = chosen.filter(isConcern)
  const domain = byGravity.find((each) => known.some((concern) => domainOf[concern] === each)) ?? 'GENERAL'
  return { domain, concerns: known.filter((concern) => domainOf[concern] === domain) }
}
