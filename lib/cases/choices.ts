import type { AgencyName } from '#lib/agencies/agency.ts'
import { agenciesOf } from '#lib/agencies/queries.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { peopleByAgency, type Choice, type ChoiceGroup } from '#lib/people/choices.ts'
import { audienceOf } from './aside.ts'

type Asker = Pick<Actor, 'officeId' | 'locale'>
type Ground = 'INSIDE' | 'CONSENT' | 'LAWFUL_BASIS'

/** An agency whose people may be let into a case of the child today, and why. */
interface PossibleAgency extends AgencyName {
  ground: Ground
  /** What a partner may be told of; null is everything, or not known before there is a case. */
  items: string[] | null
  until: Date | null
}

/** The child's school first, then the centre and other bodies inside the circle, then partners on a ground. */
async function possibleAgencies(tx: Tx, actor: Asker, studentId: string): Promise<PossibleAgency[]> {
  const grounds = await tx.$queryRaw<{ id: string; ground: Ground; items: string[] | null; until: Date | null }[]>`
    select agency_id as id, ground, items, until from app.possible_agencies(${studentId}::uuid)`
  const agencies = await agenciesOf(tx, actor)
  const possible = agencies.flatMap((agency) => {
    const ground = grounds.find(({ id }) => id === agency.id)
    return ground ? [{ ...agency, ...ground }] : []
  })
  return possible.sort((a, b) => rank(a) - rank(b))
}

const rank = ({ ground, kind }: PossibleAgency): number => (ground !== 'INSIDE' ? 3 : kind === 'SCHOOL' ? 0 : kind === 'ISS_CENTER' ? 1 : 2)

/** Who may be chosen to work on a case of the child, by agency. */
export async function teamChoices(tx: Tx, actor: Asker, studentId: string, except: readonly string[] = []): Promise<ChoiceGroup[]> {
  return peopleByAgency(tx, actor, await possibleAgencies(tx, actor, studentId), except)
}

export interface WaitsChoices {
  people: ChoiceGroup[]
  agencies: Choice[]
}

/** Whose turn it can be: people of the agencies that have to do with the child, and any agency of the office; `Waits` of turn.ts reads the values. */
export async function waitsChoices(tx: Tx, actor: Asker, schoolId: string, agencyIds: readonly string[]): Promise<WaitsChoices> {
  const agencies = await agenciesOf(tx, actor)
  const near = agencies.filter(({ id, kind }) => id === schoolId || kind === 'ISS_CENTER' || agencyIds.includes(id))
  const groups = await peopleByAgency(tx, actor, near.sort((a, b) => Number(b.id === schoolId) - Number(a.id === schoolId)))
  return {
    people: groups.map(({ label, options }) => ({ label, options: options.map(({ value, label }) => ({ value: `STAFF:${value}`, label })) })),
    agencies: agencies
      .filter(({ id, kind }) => kind !== 'METRO_OFFICE' && (kind !== 'SCHOOL' || id === schoolId))
      .map(({ id, name }) => ({ value: `AGENCY:${id}`, label: name })),
  }
}

/** The same for a case: the agencies of those on it come with their people. */
export async function waitsChoicesOf(tx: Tx, actor: Actor, { id, schoolId }: { id: string; schoolId: string }): Promise<WaitsChoices> {
  const audience = await audienceOf(tx, actor, id)
  return waitsChoices(tx, actor, schoolId, audience.map(({ agencyId }) => agencyId))
}
