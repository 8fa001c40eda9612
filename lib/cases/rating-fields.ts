import { z } from 'zod'
import { Maybe } from '#lib/core/input.ts'
import { ratedDomains, type Assessment, type RatedDomain, type Rating } from './level.ts'

/** A row of choices for each domain needs a name of its own: `rateECON` = 3. Left out or empty: not looked at. */
export const rateName = <D extends RatedDomain>(domain: D): `rate${D}` => `rate${domain}`

const Rate = Maybe(z.enum(['0', '1', '2', '3'], 'core.field.unexpected'))

export const ratingFields = Object.fromEntries(ratedDomains.map((domain) => [rateName(domain), Rate])) as Record<`rate${RatedDomain}`, typeof Rate>

type Rated = Partial<Record<`rate${RatedDomain}`, string | undefined>>

/** The rows as the verbs take them. */
export function ratingsOf(form: Rated): [RatedDomain, Rating][] {
  return ratedDomains.flatMap((domain) => {
    const given = form[rateName(domain)]
    return given ? [[domain, Number(given) as Rating]] : []
  })
}

/** The other way round, for a form that starts from an earlier decision. */
export const ratedFields = (ratings: Assessment['ratings']): Record<string, string> =>
  Object.fromEntries(ratedDomains.flatMap((domain) => (ratings[domain] === undefined ? [] : [[rateName(domain), String(ratings[domain])]])))

/** A form with rows of choices, made into what a verb takes. */
export function withRatings<F extends Rated>(form: F): Omit<F, keyof Rated> & { ratings: [RatedDomain, Rating][] } {
  const rest = Object.fromEntries(Object.entries(form).filter(([name]) => !(name in ratingFields))) as Omit<F, keyof Rated>
  return { ...rest, ratings: ratingsOf(form) }
}
