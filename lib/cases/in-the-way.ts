import type { Actor } from '#lib/core/actor.ts'
import { onlyLooks } from './deeds.ts'
import type { CaseHead } from './view.ts'

/** Why this person cannot change anything about an open case's course now, or null. */
export function inTheWay(actor: Pick<Actor, 'role'>, { closedAt, relation }: Pick<CaseHead, 'closedAt' | 'relation'>): 'core.refusal.caseClosed' | 'cases.page.off.observer' | null {
  if (closedAt) return 'core.refusal.caseClosed'
  return onlyLooks(actor, relation) ? 'cases.page.off.observer' : null
}
