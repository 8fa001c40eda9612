import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { Domain } from '#lib/timeline/layers.ts'
import type { Ground } from './asking.ts'

/** How an agency stands to a case: inside the circle it needs no ground. */
export interface AgencyStanding {
  agencyId: string
  name: string
  inside: boolean
  grounds: Ground[]
}

interface Row {
  agencyId: string
  name: string
  inside: boolean
  ground: Ground['kind'] | null
  items: string[] | null
  sensitive: boolean | null
  until: Date | null
}

/** The grounds that stand today for these agencies, for somebody who can see the case. */
export async function groundsFor(tx: Tx, { locale }: Pick<Actor, 'locale'>, caseId: string, agencyIds: readonly string[]): Promise<AgencyStanding[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select agency_id as "agencyId", case when ${locale} = 'en' then short_en else short_ko end as name, inside, ground, items, sensitive, until
    from app.grounds_for(${caseId}::uuid, ${agencyIds}::uuid[])`
  const standings = new Map<string, AgencyStanding>()
  for (const { agencyId, name, inside, ground, items, sensitive, until } of rows) {
    const standing = standings.get(agencyId) ?? { agencyId, name, inside, grounds: [] }
    if (ground && items && until) standing.grounds.push({ kind: ground, items, sensitive: sensitive === true, until })
    standings.set(agencyId, standing)
  }
  return [...standings.values()]
}

/** The ground that reaches this domain, the longest first; what belongs to no domain is covered by any. */
export const covering = (grounds: readonly Ground[], domain: Domain): Ground | undefined =>
  grounds.find(({ items }) => domain === 'GENERAL' || items.includes(domain))

/** The grounds on which one's own agency outside the circle may be told of a case today. */
export async function myGrounds(tx: Tx, caseId: string): Promise<Ground[]> {
  return tx.$queryRaw<Ground[]>`select ground as kind, items, sensitive, until from app.my_grounds() where case_id = ${caseId}::uuid order by until desc`
}
