import type { AgencyKind } from '#lib/agencies/agency.ts'
import { agenciesOf } from '#lib/agencies/queries.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { servicesOf } from '#lib/directory/queries.ts'
import { serviceFits } from '#lib/directory/service.ts'
import type { Domain } from '#lib/timeline/layers.ts'
import { mayAsk, type Asking, type Giver, type Offer } from './asking.ts'
import { covering, groundsFor, type AgencyStanding } from './grounds.ts'

interface OfCase {
  id: string
  schoolId: string
  leadId: string | null
}

/** Services for a domain, and who of them could be asked today for this child. Those that can be asked come first. */
export async function offersFor(tx: Tx, actor: Actor, ofCase: OfCase, domain: Domain): Promise<Offer[]> {
  const services = await servicesOf(tx, actor, domain === 'GENERAL' ? {} : { domain })
  const agencies = (await agenciesOf(tx, actor)).filter((agency) => couldGive(agency, actor, ofCase))
  const standings = new Map((await groundsFor(tx, actor, ofCase.id, agencies.map(({ id }) => id))).map((standing) => [standing.agencyId, standing]))
  return services.map((service) => ({
    service,
    givers: agencies
      .filter(({ kind }) => serviceFits(service, kind))
      .map(({ id, kind, name }): Giver => ({ id, kind, name, asking: askingOf(standings.get(id), domain) }))
      .sort((a, b) => Number(mayAsk(b.asking)) - Number(mayAsk(a.asking))),
  }))
}

/** Of schools only the child's own; and a partner that does not lead the case asks its own agency alone. */
function couldGive({ id, kind }: { id: string; kind: AgencyKind }, { inside, agencyId, staffId }: Actor, { schoolId, leadId }: OfCase): boolean {
  if (kind === 'SCHOOL' && id !== schoolId) return false
  return inside || leadId === staffId || id === agencyId
}

function askingOf(standing: AgencyStanding | undefined, domain: Domain): Asking {
  if (!standing) return { may: 'NONE' }
  if (standing.inside) return { may: 'INSIDE' }
  const ground = covering(standing.grounds, domain)
  if (ground) return { may: 'GROUND', ground }
  return { may: standing.grounds.length > 0 ? 'ELSEWHERE' : 'NONE' }
}
