import { may, type Action } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { MessageKey } from '#lib/words/translate.ts'
import type { CaseHead } from './view.ts'

/** What can be done with a case besides writing in it, each on a page of its own, in the order of the menu. */
const deeds = {
  turn: { action: 'case.turn', when: 'open' },
  level: { action: 'case.level', when: 'open' },
  goals: { action: 'case.plan', when: 'open' },
  'interventions/new': { action: 'intervention.propose', when: 'open' },
  members: { action: 'case.read', when: 'open', looks: true },
  lead: { action: 'case.lead', when: 'open' },
  documents: { action: 'document.read', when: 'always', looks: true },
  sharing: { action: 'case.read', when: 'open', looks: true },
  conflict: { action: 'conflict.declare', when: 'always', looks: true },
  sealed: { action: 'sealed.open', when: 'always', looks: true },
  closure: { action: 'case.close', when: 'open', leads: true },
  reopening: { action: 'case.reopen', when: 'closed' },
  print: { action: 'case.read', when: 'always', looks: true },
} as const satisfies Record<string, { action: Action; when: 'open' | 'closed' | 'always'; looks?: true; leads?: true }>

/** Also the last part of its page's address. */
export type CaseDeed = keyof typeof deeds

export interface OfferedDeed {
  deed: CaseDeed
  /** Why it cannot be done now; null when it can. */
  off: Extract<MessageKey, `cases.page.off.${string}`> | null
}

/** Facts about a case the menu looks at. */
type Facts = Pick<CaseHead, 'closedAt' | 'relation' | 'proposal' | 'glassUntil'> & { supportsOpen: boolean }

/** What the role may at all and the case is ready for; what else stands in the way comes with its reason. */
export function deedsFor(actor: Pick<Actor, 'role'>, facts: Facts): OfferedDeed[] {
  return (Object.keys(deeds) as CaseDeed[])
    .filter((deed) => may(actor, deeds[deed].action) && isTime(deed, facts) && !((deed === 'print' || deed === 'documents') && facts.glassUntil))
    .map((deed) => ({ deed, off: offReason(actor, deed, facts) }))
}

function isTime(deed: CaseDeed, { closedAt }: Facts): boolean {
  const { when } = deeds[deed]
  return when === 'always' || (when === 'closed') === (closedAt !== null)
}

function offReason(actor: Pick<Actor, 'role'>, deed: CaseDeed, { relation, proposal, supportsOpen }: Facts): OfferedDeed['off'] {
  const found = deeds[deed]
  if (!('looks' in found) && onlyLooks(actor, relation)) return 'cases.page.off.observer'
  if (!('leads' in found)) return null
  if (!endsCase(actor, relation)) return 'cases.page.off.leadOnly'
  if (supportsOpen) return 'cases.page.off.supportsOpen'
  return proposal ? 'cases.page.off.proposalWaits' : null
}

/**
 * Whoever decides about cases by her office does so as an observer too; everybody else was let in to look, or sees the
 * case without any part in it, through broken glass.
 */
export function onlyLooks(actor: Pick<Actor, 'role'>, relation: CaseHead['relation']): boolean {
  return (relation === 'OBSERVER' || relation === null) && !decides(actor)
}

/** A case is ended by who answers for it: its leads, and whoever decides about cases by her office. */
export function endsCase(actor: Pick<Actor, 'role'>, relation: CaseHead['relation']): boolean {
  return decides(actor) || relation === 'LEAD' || relation === 'CO_LEAD'
}

/** Who looked at a case is shown to those who answer for it: its lead, her school's, the office. */
export function seesLooks(actor: Pick<Actor, 'role' | 'staffId'>, { lead }: Pick<CaseHead, 'lead'>): boolean {
  return may(actor, 'case.looks') && (decides(actor) || lead?.id === actor.staffId)
}

const decides = (actor: Pick<Actor, 'role'>): boolean => may(actor, 'case.confirm')
