import type { Domain } from '#lib/timeline/layers.ts'

/** From the gravest to the lightest. */
export const levels = ['EMERGENCY', 'HIGH', 'MODERATE', 'WATCH'] as const
export type Level = (typeof levels)[number]

/** Any one of these is an emergency, whatever the ratings say. */
export const redFlags = [
  'ABUSE', 'SUICIDE', 'SEXUAL_VIOLENCE', 'INJURY', 'NO_SAFE_PLACE', 'MISSING', 'NO_FOOD', 'WEAPON', 'RETALIATION', 'NO_CAREGIVER',
] as const
export type RedFlag = (typeof redFlags)[number]

/** What makes two needs together as grave as three. */
export const aggravators = ['NO_ADULT', 'REFERRED_AGAIN', 'YOUNG_OR_DISABLED', 'SIBLING_AT_RISK', 'CONTACT_REFUSED'] as const
export type Aggravator = (typeof aggravators)[number]

/** 0 no sign · 1 watch · 2 needs action · 3 needs action at once or intensively. */
export const ratings = [0, 1, 2, 3] as const
export type Rating = (typeof ratings)[number]

/** What is rated: every domain but GENERAL, in the order of the programme. */
export const ratedDomains = [
  'LEARN', 'BIF', 'ECON', 'EMOTION', 'SUICIDE', 'VIOLENCE', 'ABUSE', 'MIGRANT', 'DROPOUT', 'HEALTH', 'DISAB', 'FAMILY', 'CARE', 'DELINQ', 'CAREER',
] as const satisfies readonly Domain[]
export type RatedDomain = (typeof ratedDomains)[number]

export interface Assessment {
  redFlags: readonly RedFlag[]
  ratings: Readonly<Partial<Record<RatedDomain, Rating>>>
  aggravators: readonly Aggravator[]
}

/**
 * What the rule proposes; a person decides. Null when nothing is rated: then there is nothing to propose.
 * The rule stands in the programme (2.3) and, with its reasons, on the page that asks.
 */
export function proposeLevel(found: Assessment): Level | null {
  const ground = groundOf(found)
  return ground && grounds[ground]
}

/** Which line of the rule speaks, and what it says. */
export const grounds = {
  RED_FLAG: 'EMERGENCY',
  ONE_AT_ONCE: 'HIGH',
  THREE_NEEDS: 'HIGH',
  TWO_AND_HARDER: 'HIGH',
  ONE_NEED: 'MODERATE',
  THREE_TO_WATCH: 'MODERATE',
  ONE_TO_WATCH: 'WATCH',
} as const satisfies Record<string, Level>
export type Ground = keyof typeof grounds

export function groundOf({ redFlags, ratings, aggravators }: Assessment): Ground | null {
  const rated = Object.values(ratings)
  const count = (rating: Rating) => rated.filter((given) => given === rating).length
  const [ones, twos, threes] = [count(1), count(2), count(3)]

  if (redFlags.length > 0) return 'RED_FLAG'
  if (threes > 0) return 'ONE_AT_ONCE'
  if (twos >= 3) return 'THREE_NEEDS'
  if (twos >= 2 && aggravators.length > 0) return 'TWO_AND_HARDER'
  if (twos > 0) return 'ONE_NEED'
  if (ones >= 3) return 'THREE_TO_WATCH'
  return ones > 0 ? 'ONE_TO_WATCH' : null
}

/** The domains a case is about, the heaviest first. */
export function domainsOf(ratings: Assessment['ratings']): RatedDomain[] {
  const weight = (domain: RatedDomain) => ratings[domain] ?? 0
  return ratedDomains.filter((domain) => weight(domain) > 0).sort((a, b) => weight(b) - weight(a))
}

/** Whether `to` is lighter than `from`. */
export const isLower = (from: Level, to: Level): boolean => levels.indexOf(to) > levels.indexOf(from)

/** Lowering an emergency is never one person's decision. */
export const needsSecondPerson = (from: Level, to: Level): boolean => from === 'EMERGENCY' && isLower(from, to)
