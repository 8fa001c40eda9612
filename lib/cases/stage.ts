/** Where a case stands, computed from what has happened, never set by hand. */
export const stages = ['INTAKE', 'PLANNING', 'ACTIVE', 'FOLLOW_UP', 'CLOSED'] as const
export type Stage = (typeof stages)[number]

export interface StageFacts {
  closedAt: Date | null
  /** When the first plan was agreed. */
  planAgreedAt: Date | null
  /** When somebody last saw the child face to face. */
  childSeenAt: Date | null
}

/** After closing, the last lead looks again at one, three and six months. */
const followUpMonths = 6

/** INTAKE until somebody has seen the child, PLANNING until a plan is agreed, then ACTIVE. */
export function stageOf({ closedAt, planAgreedAt, childSeenAt }: StageFacts, now: Date): Stage {
  if (closedAt) return now < monthsAfter(closedAt, followUpMonths) ? 'FOLLOW_UP' : 'CLOSED'
  if (planAgreedAt) return 'ACTIVE'
  return childSeenAt ? 'PLANNING' : 'INTAKE'
}

/** The same day of a later month, or its last day. */
function monthsAfter(at: Date, months: number): Date {
  const later = new Date(at)
  later.setUTCMonth(at.getUTCMonth() + months)
  if (later.getUTCDate() !== at.getUTCDate()) later.setUTCDate(0)
  return later
}
