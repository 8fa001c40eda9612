import type { Actor } from '#lib/core/actor.ts'
import { canMove } from '#lib/core/move.ts'
import { moveOf, type MoveName, type ReferralKind, type ReferralState } from './referral.ts'

/** What of a referral decides whether something can be done with it. */
export interface Movable {
  kind: ReferralKind
  state: ReferralState
  schoolId: string
  responsibleAgencyId: string | null
  applicantId: string
  inChargeId: string | null
}

export type Obstacle = 'kind' | 'state' | 'receiveFirst' | 'elsewhere' | 'notApplicant' | 'alreadyAtOffice'

/** Why this cannot be done now by this person, or null. The verbs and the buttons ask the same question. */
export function obstacle(name: MoveName, referral: Movable, actor: Pick<Actor, 'staffId' | 'agencyId' | 'role'>): Obstacle | null {
  const move = moveOf(name)
  if (!move.kinds.includes(referral.kind)) return 'kind'
  if (move.by === 'APPLICANT' && referral.applicantId !== actor.staffId) return 'notApplicant'
  if (name === 'pass' && referral.responsibleAgencyId !== referral.schoolId) return 'alreadyAtOffice'
  if (!canMove(move, referral.state)) return referral.state === 'SUBMITTED' ? 'receiveFirst' : 'state'
  if (move.by === 'DECIDER' && !decidesHere(referral, actor)) return 'elsewhere'
  return null
}

/** The district centre may step in anywhere; a school decides only while it is its turn. */
function decidesHere({ responsibleAgencyId, inChargeId }: Movable, { staffId, agencyId, role }: Pick<Actor, 'staffId' | 'agencyId' | 'role'>): boolean {
  return role === 'COORDINATOR' || role === 'OFFICE_LEAD' || responsibleAgencyId === agencyId || inChargeId === staffId
}
