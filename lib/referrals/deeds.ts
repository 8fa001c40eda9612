import { may, type Action } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { obstacle, type Obstacle } from './obstacle.ts'
import { isOpen, moveNames, type MoveName } from './referral.ts'
import type { ReferralView } from './view.ts'

const needs: Record<MoveName, Action> = {
  receive: 'referral.triage', triage: 'referral.triage', ask: 'referral.ask', answer: 'referral.answer', select: 'case.open',
  attach: 'referral.attach', pass: 'referral.pass', decline: 'referral.decline', convert: 'referral.convert', withdraw: 'referral.withdraw',
}

/** Where each is done; receiving is one press on the page itself. */
const places: Record<Exclude<MoveName, 'receive' | 'select'>, string> = {
  triage: 'triage', ask: 'question', answer: 'answer', attach: 'attach', pass: 'pass', decline: 'decline', convert: 'convert', withdraw: 'withdrawal',
}

/** Why a button is off: what the table of moves says, or that there is no case to join, or one already. */
export type Off = Obstacle | 'noOpenCase' | 'openCase'

export interface Deeds {
  /** What can be done now, the deed that the referral waits for first. */
  now: MoveName[]
  /** What belongs to this role but not to this moment, and why. */
  off: { name: MoveName; why: Off }[]
}

export const placeOf = (name: MoveName, id: string): string =>
  name === 'select' ? `/cases/new?referral=${id}` : name === 'receive' ? `/referrals/${id}` : `/referrals/${id}/${places[name]}`

export function deedsOf(referral: ReferralView, actor: Pick<Actor, 'staffId' | 'agencyId' | 'role'>): Deeds {
  if (!isOpen(referral.state)) return { now: [], off: [] }
  const mine = moveNames.filter((name) => may(actor, needs[name])).map((name) => ({ name, why: whyNot(name, referral, actor) }))
  const foremost = foremostOf(referral)
  return {
    now: mine.filter(({ why }) => why === null).map(({ name }) => name).sort((a, b) => Number(b === foremost) - Number(a === foremost)),
    // Of what is never hers to do with this one, nothing is said.
    off: mine.flatMap(({ name, why }) => (why === null || why === 'kind' || why === 'notApplicant' || name === 'answer' ? [] : [{ name, why }])),
  }
}

export function whyNot(name: MoveName, referral: ReferralView, actor: Pick<Actor, 'staffId' | 'agencyId' | 'role'>): Off | null {
  const reason = obstacle(name, referral, actor)
  if (reason) return reason
  if (name === 'attach' && !referral.openCase) return 'noOpenCase'
  return name === 'select' && referral.openCase ? 'openCase' : null
}

/** Whether the role may do this at all. */
export const mayMove = (actor: Pick<Actor, 'role'>, name: MoveName): boolean => may(actor, needs[name])

/** The deed it waits for. Deciding means a case, the one that is open already or a new one. */
function foremostOf({ next, openCase }: ReferralView): MoveName | null {
  switch (next) {
    case 'RECEIVE':
      return 'receive'
    case 'TRIAGE':
      return openCase ? 'attach' : 'triage'
    case 'DECIDE':
      return openCase ? 'attach' : 'select'
    case 'ANSWER':
      return 'answer'
    case 'CONVERT':
      return 'convert'
    case null:
      return null
  }
}
