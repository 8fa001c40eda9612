import { expect, test } from 'vitest'
import type { Actor, Role } from '#lib/core/actor.ts'
import { deedsOf } from '#lib/referrals/deeds.ts'
import { obstacle, type Movable } from '#lib/referrals/obstacle.ts'
import { isOpen, moveNames, moveOf, openStates, type ReferralState } from '#lib/referrals/referral.ts'
import type { ReferralView } from '#lib/referrals/view.ts'

const who = (role: Role, staffId = 'me', agencyId = 'school'): Pick<Actor, 'staffId' | 'agencyId' | 'role'> => ({ role, staffId, agencyId })
const referral = (more: Partial<Movable> = {}): Movable => ({ kind: 'REQUEST', state: 'SUBMITTED', schoolId: 'school', responsibleAgencyId: 'school', applicantId: 'teacher', inChargeId: null, ...more })
const view = (more: Partial<ReferralView> = {}) => ({ ...referral(), next: 'RECEIVE', openCase: false, ...more }) as ReferralView

const lead = who('SCHOOL_LEAD')
const teacher = who('TEACHER', 'teacher')

test('what is decided is never moved again', () => {
  const closed: ReferralState[] = ['SELECTED', 'NOT_SELECTED', 'ATTACHED', 'DUPLICATE', 'LINKAGE_ONLY', 'CONVERTED', 'WITHDRAWN']
  for (const state of closed) {
    expect(isOpen(state)).toBe(false)
    for (const name of moveNames) expect(moveOf(name).from, `${name} of ${state}`).not.toContain(state)
  }
})

test('every open state has a way on for who decides and leads to no dead end', () => {
  for (const state of openStates) {
    const ways = moveNames.filter((name) => moveOf(name).by === 'DECIDER' && moveOf(name).from.includes(state) && moveOf(name).kinds.includes('REQUEST'))
    expect(ways.length, state).toBeGreaterThan(0)
  }
})

test('nobody is refused before she was looked at, and a notice opens no case', () => {
  expect(obstacle('decline', referral(), lead)).toBe('receiveFirst')
  expect(obstacle('decline', referral({ state: 'RECEIVED' }), lead)).toBeNull()
  expect(obstacle('select', referral({ kind: 'NOTICE' }), lead)).toBe('kind')
  expect(obstacle('convert', referral(), lead)).toBe('kind')
})

test('a school decides only while it is its turn; the centre may step in', () => {
  const sent = referral({ state: 'SENT_ON', responsibleAgencyId: 'centre' })
  expect(obstacle('triage', sent, lead)).toBe('elsewhere')
  expect(obstacle('pass', sent, lead)).toBe('alreadyAtOffice')
  expect(obstacle('triage', sent, who('COORDINATOR', 'dahee', 'centre'))).toBeNull()
  expect(obstacle('triage', referral(), who('COORDINATOR', 'dahee', 'centre'))).toBeNull()
  expect(obstacle('triage', referral(), who('SCHOOL_LEAD', 'me', 'another school'))).toBe('elsewhere')
})

test('answering and withdrawing are the applicant’s alone', () => {
  expect(obstacle('withdraw', referral(), lead)).toBe('notApplicant')
  expect(obstacle('withdraw', referral(), teacher)).toBeNull()
  expect(obstacle('withdraw', referral({ state: 'TRIAGED' }), teacher)).toBe('state')
  expect(obstacle('answer', referral({ state: 'MORE_ASKED' }), teacher)).toBeNull()
})

test('the page offers first what the referral waits for', () => {
  expect(deedsOf(view(), lead).now[0]).toBe('receive')
  expect(deedsOf(view({ state: 'RECEIVED', next: 'TRIAGE' }), lead).now[0]).toBe('triage')
  expect(deedsOf(view({ state: 'TRIAGED', next: 'DECIDE' }), lead).now[0]).toBe('select')
  expect(deedsOf(view({ state: 'TRIAGED', next: 'DECIDE', openCase: true }), lead).now[0]).toBe('attach')
  expect(deedsOf(view({ kind: 'NOTICE', state: 'RECEIVED', next: 'CONVERT' }), lead).now[0]).toBe('convert')
})

test('what cannot be done now comes with its reason, what is never hers with none', () => {
  const { now, off } = deedsOf(view(), lead)
  expect(off).toContainEqual({ name: 'decline', why: 'receiveFirst' })
  expect(off).toContainEqual({ name: 'attach', why: 'noOpenCase' })
  expect([...now, ...off.map(({ name }) => name)]).not.toContain('convert')
  expect(deedsOf(view({ openCase: true }), lead).off).toContainEqual({ name: 'select', why: 'openCase' })
  expect(deedsOf(view(), teacher)).toEqual({ now: ['withdraw'], off: [] })
  expect(deedsOf(view(), who('PRIVACY_OFFICER'))).toEqual({ now: [], off: [] })
  expect(deedsOf(view({ state: 'SELECTED', next: null }), lead)).toEqual({ now: [], off: [] })
})
