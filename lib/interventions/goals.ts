import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'

/** A goal that help can serve. */
export interface GoalChoice {
  id: string
  statement: string
  domain: string
}

/** The goals of a case that still stand, within the reader's reach. */
export async function goalChoices(tx: Tx, { officeId }: Pick<Actor, 'officeId'>, caseId: string): Promise<GoalChoice[]> {
  return tx.goal.findMany({ where: { officeId, caseId, endedAt: null }, select: { id: true, statement: true, domain: true }, orderBy: [{ setAt: 'asc' }, { id: 'asc' }] })
}
