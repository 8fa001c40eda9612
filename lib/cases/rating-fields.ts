import { z } from 'zod'
import { Maybe } from '#lib/core/input.ts'
import { ratedDomains, type RatedDomain, type Rating } from './level.ts'
import { rateName, ratingsOf, type Rated } from './rated.ts'

const Rate = Maybe(z.enum(['0', '1', '2', '3'], 'core.field.unexpected'))

/** The rows as a form sends them (rated.ts names them). */
export const ratingFields = Object.fromEntries(ratedDomains.map((domain) => [rateName(domain), Rate])) as Record<`rate${RatedDomain}`, typeof Rate>

/** A form with rows of choices, made into what a verb takes. */
export function withRatings<F extends Rated>(form: F): Omit<F, keyof Rated> & { ratings: [RatedDomain, Rating][] } {
  const rest = Object.fromEntries(Object.entries(form).filter(([name]) => !(name in ratingFields))) as Omit<F, keyof Rated>
  return { ...rest, ratings: ratingsOf(form) }
}
