import { ratedDomains, type Assessment, type RatedDomain, type Rating } from './level.ts'

/** A row of choices for each domain needs a name of its own: `rateECON` = 3. Left out or empty: not looked at. */
export const rateName = <D extends RatedDomain>(domain: D): `rate${D}` => `rate${domain}`

export type Rated = Partial<Record<`rate${RatedDomain}`, string | undefined>>

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
