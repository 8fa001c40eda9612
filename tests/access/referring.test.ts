import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#lib/core/actor.ts'
import { acceptIntervention } from '#lib/interventions/accept-intervention.ts'
import { assignIntervention } from '#lib/interventions/assign-intervention.ts'
import { declineIntervention } from '#lib/interventions/decline-intervention.ts'
import { answerReferral } from '#lib/referrals/answer-referral.ts'
import { askMore } from '#lib/referrals/ask-more.ts'
import { attachReferral } from '#lib/referrals/attach-referral.ts'
import { declineReferral } from '#lib/referrals/decline-referral.ts'
import { passReferral } from '#lib/referrals/pass-referral.ts'
import { receiveReferral } from '#lib/referrals/receive-referral.ts'
import { triageReferral } from '#lib/referrals/triage-referral.ts'
import { withdrawReferral } from '#lib/referrals/withdraw-referral.ts'
import { makeWorld, morning } from '#tests/world.ts'
import type { Verdict } from './deeds.ts'
import { insertRows, makeCells, type Cell } from './rows.ts'
import { agree } from './tally.ts'
import { undone, verdict } from './tries.ts'

/*
 * What comes before a case and beside it: who may do what with a referral of the child that nobody has decided yet, and
 * with help that her agency was asked for and has not answered. Written down by hand, like expected.ts.
 */
const world = await makeWorld()
const { cells, rows } = makeCells(world)

beforeAll(async () => {
  await insertRows(world, rows)
  await world.owner(`create function app.undo() returns trigger language plpgsql as $$ begin raise exception '${undone}'; end $$`)
  await world.owner('create constraint trigger undo after insert on audit_entries deferrable initially deferred for each row execute function app.undo()')
})

const named = (some: Cell[]) => some.map((cell) => [`${cell.role} · ${cell.relation}`, cell] as const)
const everybody: Role[] = ['TEACHER', 'COUNSELOR', 'SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD', 'PARTNER_WORKER', 'PARTNER_LEAD']
const deciders: Role[] = ['SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD']

/** It lies with the school of the child, written by its counsellor, and nobody has looked at it. */
const referralDeeds: Record<string, { roles: Role[]; whoSees: Verdict; deed: (cell: Cell) => Promise<string> }> = {
  receive: { roles: deciders, whoSees: 'done', deed: ({ actor, openReferralId: referralId }) => receiveReferral(actor, { referralId }) },
  triage: { roles: deciders, whoSees: 'done', deed: ({ actor, openReferralId: referralId }) => triageReferral(actor, { referralId, urgency: 'TODAY', reason: '' }) },
  'ask for more': { roles: deciders, whoSees: 'done', deed: ({ actor, openReferralId: referralId }) => askMore(actor, { referralId, question: '언제부터였나요?' }) },
  attach: { roles: deciders, whoSees: 'done', deed: ({ actor, openReferralId: referralId }) => attachReferral(actor, { referralId }) },
  pass: { roles: ['SCHOOL_LEAD'], whoSees: 'done', deed: ({ actor, openReferralId: referralId }) => passReferral(actor, { referralId, reason: '함께 보아 주세요', done: '' }) },
  // Nobody says no to what nobody has looked at.
  decline: { roles: deciders, whoSees: 'not yet', deed: ({ actor, openReferralId: referralId }) => declineReferral(actor, { referralId, reasonCode: 'OTHER', reason: '까닭', fallback: '대신' }) },
  // The one who wrote it answers and takes it back, nobody for her.
  answer: { roles: everybody, whoSees: 'not allowed', deed: ({ actor, openReferralId: referralId }) => answerReferral(actor, { referralId, answer: '지난주부터예요' }) },
  withdraw: { roles: everybody, whoSees: 'not allowed', deed: ({ actor, openReferralId: referralId }) => withdrawReferral(actor, { referralId, reason: '' }) },
}

/** The school's lead and the centre; nobody who is a relative. */
function seesReferral({ role, relation }: Cell): boolean {
  if (relation.endsWith('CONFLICTED') || relation === 'OPPOSED') return false
  return role === 'COORDINATOR' || role === 'OFFICE_LEAD' || (role === 'SCHOOL_LEAD' && relation !== 'OTHER_AGENCY')
}

describe('a referral that nobody has decided', () => {
  test.each(named(cells))('%s', async (_, cell) => {
    const found: Record<string, Verdict> = {}
    const expected: Record<string, Verdict> = {}
    for (const [name, { roles, whoSees, deed }] of Object.entries(referralDeeds)) {
      found[name] = await world.at(morning, () => verdict(() => deed(cell)))
      expected[name] = !roles.includes(cell.role) ? 'not allowed' : seesReferral(cell) ? whoSees : 'no such thing'
    }
    agree('the application: deeds on a referral', `${cell.role} · ${cell.relation}`, found, expected)
  })
})

/** `of` is somebody of the agency that was asked. */
const helpDeeds: Record<string, (cell: Cell, interventionId: string, of: Cell) => Promise<string>> = {
  'take it on': ({ actor }, interventionId) => acceptIntervention(actor, { interventionId, answer: '' }),
  'say no': ({ actor }, interventionId) => declineIntervention(actor, { interventionId, code: 'NO_CAPACITY', answer: '' }),
  'say who': ({ actor }, interventionId, of) => assignIntervention(actor, { interventionId, staffId: of.actor.staffId }),
}

/** Her agency's queue: a teacher finds in it what is addressed to herself alone. */
const answersFor: Role[] = ['COUNSELOR', 'SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD', 'PARTNER_WORKER', 'PARTNER_LEAD']

describe('help her agency was asked for', () => {
  test.each(named(cells.filter(({ relation }) => relation === 'ASKED')))('%s', async (_, cell) => {
    const id = cell.ids['support asked of her agency']?.[0] ?? ''
    const expected: Verdict = answersFor.includes(cell.role) ? 'done' : everybody.includes(cell.role) ? 'no such thing' : 'not allowed'
    for (const [name, deed] of Object.entries(helpDeeds)) expect([name, await world.at(morning, () => verdict(() => deed(cell, id, cell)))]).toEqual([name, expected])
  })
})

describe('help another agency was asked for', () => {
  const asked = cells.find(({ role, relation }) => role === 'PARTNER_WORKER' && relation === 'ASKED')
  if (!asked) throw new Error('nobody was asked')
  const id = asked.ids['support asked of her agency']?.[0] ?? ''
  // The coordinator notes what an agency answered by telephone. Nobody else answers over another's head, whoever sees it.
  const others = cells.filter(({ actor, role }) => actor.agencyId !== asked.actor.agencyId && everybody.includes(role) && role !== 'COORDINATOR')
  const sees = ({ role, relation }: Cell) => role === 'OFFICE_LEAD' || (role === 'SCHOOL_LEAD' && relation !== 'OTHER_AGENCY')

  test.each(named(others))('%s', async (_, cell) => {
    for (const [name, deed] of Object.entries(helpDeeds)) {
      expect([name, await world.at(morning, () => verdict(() => deed(cell, id, asked)))]).toEqual([name, sees(cell) ? 'not allowed' : 'no such thing'])
    }
  })
})
