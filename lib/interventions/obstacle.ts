import type { Actor } from '#lib/core/actor.ts'
import { moveOf, sides, type InterventionState, type MoveName, type Side } from './intervention.ts'

export interface Standing {
  state: InterventionState
  agencyId: string
  proposerId: string
  leadId: string | null
}

/** On which sides of a piece of help this person stands. */
export function sidesOf(actor: Pick<Actor, 'staffId' | 'agencyId' | 'role' | 'inside'>, { agencyId, proposerId, leadId }: Omit<Standing, 'state'>): Side[] {
  const stands: Record<Side, boolean> = {
    AGENCY: agencyId === actor.agencyId,
    OFFICE: actor.role === 'COORDINATOR' && actor.inside,
    LEAD: leadId === actor.staffId,
    PROPOSER: proposerId === actor.staffId,
  }
  return sides.filter((side) => stands[side])
}

/** Why this cannot be done now, or null. The verb and the button ask the same question. */
export function obstacle(name: MoveName, standing: Standing, actor: Pick<Actor, 'staffId' | 'agencyId' | 'role' | 'inside'>): 'elsewhere' | 'state' | null {
  const { from, by } = moveOf(name)
  if (!sidesOf(actor, standing).some((side) => by.includes(side))) return 'elsewhere'
  return from.includes(standing.state) ? null : 'state'
}
