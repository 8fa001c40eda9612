import type { AgencyName } from '#lib/agencies/agency.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { personLabel } from './person.ts'
import { colleagues } from './queries.ts'

/** One line of a select or one chip. */
export interface Choice {
  value: string
  label: string
}

/** Choices under the name of their agency. */
export interface ChoiceGroup {
  label: string
  options: Choice[]
}

/** Who works at these agencies, grouped in the agencies' order; an agency where nobody can be chosen is left out. */
export async function peopleByAgency(tx: Tx, actor: Pick<Actor, 'officeId' | 'locale'>, agencies: readonly AgencyName[], except: readonly string[] = []): Promise<ChoiceGroup[]> {
  const people = await colleagues(tx, actor, agencies.map(({ id }) => id))
  return agencies.flatMap(({ id, name }) => {
    const options = people
      .filter((person) => person.agencyId === id && !except.includes(person.id))
      .map((person) => ({ value: person.id, label: personLabel(person) }))
    return options.length > 0 ? [{ label: name, options }] : []
  })
}
