import { z } from 'zod'
import { Many, MaybeText } from '#lib/core/input.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { aggravators, levels, proposeLevel, ratedDomains, redFlags, type Assessment, type Level, type RatedDomain, type Rating } from './level.ts'

/** One rating of one domain as the form sends it: `ECON:3`. Several fields of the same name make the list. */
const Rated = z
  .string()
  .regex(/^[A-Z]+:[0-3]$/, 'core.field.unexpected')
  .transform((text, context): [RatedDomain, Rating] => {
    const [name, rating] = text.split(':')
    const domain = ratedDomains.find((known) => known === name)
    if (domain) return [domain, Number(rating) as Rating]
    context.addIssue({ code: 'custom', message: 'core.field.unexpected' })
    return z.NEVER
  })

/** The fields of a level decision: what was found, and what a person decides. */
export const levelFields = {
  redFlags: Many(z.enum(redFlags)),
  ratings: Many(Rated),
  aggravators: Many(z.enum(aggravators)),
  level: z.enum(levels, 'core.field.choose'),
  levelReason: MaybeText(1000),
}

interface LevelInput {
  redFlags: Assessment['redFlags'][number][]
  ratings: [RatedDomain, Rating][]
  aggravators: Assessment['aggravators'][number][]
  level: Level
  levelReason: string
}

/** What was found, what the rule makes of it, what was decided. */
export interface LevelDecision extends Assessment {
  proposed: Level
  decided: Level
  reason: string
}

/** Deciding otherwise than the rule proposes needs a reason; so does any decision when nothing was rated. */
export function levelDecision(input: LevelInput): LevelDecision {
  const found = {
    redFlags: input.redFlags,
    aggravators: input.aggravators,
    ratings: Object.fromEntries(input.ratings.filter(([, rating]) => rating > 0)) as Assessment['ratings'],
  }
  const proposed = proposeLevel(found)
  if (input.levelReason === '' && proposed !== input.level) {
    throw new Invalid(proposed ? `cases.refusal.reasonFrom.${proposed}` : 'cases.refusal.reasonUnrated', 'levelReason')
  }
  return { ...found, proposed: proposed ?? input.level, decided: input.level, reason: input.levelReason }
}
