import { newId } from '#lib/core/id.ts'
import { Refusal } from '#lib/core/refusal.ts'
import { addMember } from '#lib/cases/add-member.ts'
import { addDocument } from '#lib/cases/add-document.ts'
import { amendNote } from '#lib/cases/amend-note.ts'
import { changeLead } from '#lib/cases/change-lead.ts'
import { changeLevel } from '#lib/cases/change-level.ts'
import { closeCase } from '#lib/cases/close-case.ts'
import { setTurn } from '#lib/cases/set-turn.ts'
import { settleLevel } from '#lib/cases/settle-level.ts'
import { writeNote } from '#lib/cases/write-note.ts'
import { completeIntervention } from '#lib/interventions/complete-intervention.ts'
import { discontinueIntervention } from '#lib/interventions/discontinue-intervention.ts'
import { holdSession } from '#lib/interventions/hold-session.ts'
import { pauseIntervention } from '#lib/interventions/pause-intervention.ts'
import { proposeIntervention } from '#lib/interventions/propose-intervention.ts'
import { resumeIntervention } from '#lib/interventions/resume-intervention.ts'
import { agreePlan } from '#lib/plans/agree-plan.ts'
import { rateGoal } from '#lib/plans/rate-goal.ts'
import { setGoal } from '#lib/plans/set-goal.ts'
import { blockGuardian } from '#lib/sharing/block-guardian.ts'
import { endBasis } from '#lib/sharing/end-basis.ts'
import { narrowConsent } from '#lib/sharing/narrow-consent.ts'
import { setSide } from '#lib/conflicts/sides.ts'
import { writeSealed } from '#lib/sealed/write-sealed.ts'
import { recordBasis } from '#lib/sharing/record-basis.ts'
import { recordConsent } from '#lib/sharing/record-consent.ts'
import { reviewBasis } from '#lib/sharing/review-basis.ts'
import { askUnblock, settleUnblock } from '#lib/sharing/unblock-guardian.ts'
import { withdrawConsent } from '#lib/sharing/withdraw-consent.ts'
import { signedPaper } from '#prisma/seed/paper.ts'
import type { Ground } from '#prisma/seed/bootstrap.ts'
import { from, day } from '#tests/verbs/today/put.ts'
import type { DeedName, RowRight, Verdict } from './deeds.ts'
import type { Thing } from './expected.ts'
import type { Cell } from './rows.ts'

/** Raised when everything was allowed and done, just before it would have stayed. */
export const undone = 'undone by the tests'

const first = ({ ids }: Cell, thing: Thing): string => ids[thing]?.[0] ?? newId()

/** Each deed as the person of a cell would do it. */
export function triesOf(cell: Cell, ground: Ground): Record<DeedName, () => Promise<string>> {
  const { actor, caseId, studentId } = cell
  const agency = (key: string) => ground.agencyIds[key] ?? ''
  const person = (name: string) => ground.staffIds[name] ?? ''
  const turn = { nextAction: '전화하기', dueOn: '2026-12-01', waits: 'FAMILY' }
  const note = { body: '글', kind: 'CALL' as const, layer: 'PROGRESS' as const, audience: 'TEAM' as const, domain: 'GENERAL' as const }
  return {
    'write a note': () => writeNote(actor, { caseId, ...note }),
    'add to a note about ECON': () => amendNote(actor, { caseId, noteId: first(cell, 'note: progress, ECON'), version: 1, body: '덧붙임' }),
    'add to a sensitive note about ECON': () => amendNote(actor, { caseId, noteId: first(cell, 'note: sensitive, ECON'), version: 1, body: '덧붙임' }),
    'add a document': () => addDocument(actor, { caseId, kind: 'REPORT', layer: 'PROGRESS', domain: 'ECON', linked: true }, { name: '의견서.pdf', content: Buffer.from('%PDF-1.7\n%%EOF\n') }, newId()),
    'say what is next': () => setTurn(actor, { caseId, version: 1, ...turn }),
    'decide the level': () => changeLevel(actor, { caseId, version: 1, redFlags: [], ratings: [['ECON', 2]], aggravators: [], level: 'MODERATE', levelReason: '나아졌어요' }),
    'agree that an emergency is over': () => settleLevel(actor, { caseId, proposalId: first(cell, 'proposal'), answer: 'AGREED' }),
    'change the lead': () => changeLead(actor, { caseId, version: 1, leadId: person('임보라') }),
    'let somebody in': () => addMember(actor, { caseId, staffId: person('송가비'), relation: 'MEMBER' }),
    'seal something': () => writeSealed(actor, { caseId, kind: 'OTHER', body: '들은 말', reporter: '', reporterNames: '', readers: [] }),
    'say who is on the other side': () => setSide(actor, { caseId, number: '', phone: '010-4444-3333', email: '', address: '' }),
    'set a goal about ECON': () => setGoal(actor, { caseId, statement: '목표', domain: 'ECON', steps: ['가', '나', '다', '라', '마'] }),
    'rate a goal about ECON': () => rateGoal(actor, { caseId, goalId: first(cell, 'goal: ECON'), rating: 1, remark: '' }),
    'rate a goal about EMOTION': () => rateGoal(actor, { caseId, goalId: first(cell, 'goal: EMOTION'), rating: 1, remark: '' }),
    'agree on the plan': () => agreePlan(actor, { caseId, version: 1, studentVoice: '좋아요', guardianVoice: '좋아요' }),
    'ask an agency for help': () => proposeIntervention(actor, { caseId, domain: 'ECON', serviceCode: 'EMO-02', agencyId: agency('WEE'), request: '부탁', frequency: '주 1회', startsOn: '2026-12-01' }),
    'end a help that another agency gives': () => completeIntervention(actor, { interventionId: first(cell, 'support: ECON'), result: 'ACHIEVED', summary: '마쳤어요' }),
    'stop a help that another agency gives': () => discontinueIntervention(actor, { interventionId: first(cell, 'support: ECON'), version: 1, reason: 'OTHER', summary: '그만둬요' }),
    'rest a help that another agency gives': () => pauseIntervention(actor, { interventionId: first(cell, 'support: ECON'), version: 1, wakesOn: '2027-01-04', reason: '방학' }),
    'wake a help that another agency gives': () => resumeIntervention(actor, { interventionId: first(cell, 'support: ECON'), version: 1 }),
    'hold a meeting of another agency’s help': () => holdSession(actor, { interventionId: first(cell, 'support: ECON'), attendance: 'ATTENDED', body: '만났어요' }),
    'record a consent': async () => recordConsent(actor, { studentId, subject: 'STUDENT', recipientId: agency('MH'), purpose: '상담', items: ['EMOTION'], state: 'GRANTED', validUntil: '2027-02-28', evidenceKind: 'PAPER', evidence: '서면' }, await signedPaper()),
    'withdraw a consent': () => withdrawConsent(actor, { consentId: first(cell, 'consent'), how: 'COUNTER' }),
    'narrow a consent': () => narrowConsent(actor, { consentId: first(cell, 'consent'), items: ['ECON'], evidenceKind: 'PAPER', evidence: '서면' }),
    'record a basis': () => recordBasis(actor, { caseId, recipientId: agency('MH'), kind: 'URGENT_RISK', reason: '급해요', items: ['EMOTION'], validUntil: '2026-12-01' }),
    'end a basis': () => endBasis(actor, { basisId: first(cell, 'basis') }),
    'say that a guardian is not told': () => blockGuardian(actor, { caseId, guardianIds: [], all: true, code: 'ENDANGERS', reason: '위험해요' }),
    'ask whether a guardian may be told again': () => askUnblock(actor, { caseId, blockId: first(cell, 'guardian block'), reason: '괜찮아요' }),
    'decide that a guardian may be told again': () => settleUnblock(actor, { caseId, blockId: first(cell, 'guardian block'), answer: 'UNBLOCK' }),
    'look again at a basis': () => reviewBasis(actor, { basisId: first(cell, 'basis'), outcome: 'KEEP', remark: '아직 필요해요' }),
    'close the case': () => closeCase(actor, { caseId, version: 1, reason: 'NEED_RESOLVED', summary: '좋아졌어요', goalResults: [], remaining: '', voice: '' }),
  }
}

const notYet = new Set(['cases.refusal.stillOpen', 'core.refusal.faster', 'core.refusal.notNow', 'interventions.refusal.faster'])

/** What came of a try. Anything else is a fault, and thrown on. */
export async function verdict(deed: () => Promise<string>): Promise<Verdict> {
  try {
    await deed()
  } catch (error) {
    if (error instanceof Refusal && error.status === 403) return 'not allowed'
    if (error instanceof Refusal && error.status === 404) return 'no such thing'
    if (error instanceof Refusal && (notYet.has(error.message) || error.message.startsWith('referrals.obstacle.'))) return 'not yet'
    if (error instanceof Error && (error.message.includes(undone) || String(error.cause).includes(undone))) return 'done'
    throw error
  }
  throw new Error('it was done and stayed done')
}

/** The same kinds of change as bare statements: `$1` office, `$2` case, `$3` the person, `$4` her agency, `$5` a moment, the rest as named. */
export function statementsOf(cell: Cell, ground: Ground): Record<RowRight, [text: string, values: unknown[]]> {
  const { actor, caseId, studentId } = cell
  const common = [actor.officeId, caseId, actor.staffId, actor.agencyId, from(0)]
  const goal = (domain: string): [string, unknown[]] => [`insert into goals (id, office_id, case_id, statement, domain, steps, set_at) values ($1, $2, $3, '목표', $4, '{a,b,c,d,e}', $5)`, [newId(), actor.officeId, caseId, domain, from(0)]]
  return {
    'add an entry': [`insert into events (id, office_id, case_id, type, at, actor_id, agency_id, layer, audience, domain, data) values (gen_random_uuid(), $1, $2, 'case.reopened', $5, $3, $4, 'PLAN', 'TEAM', 'GENERAL', '{}')`, common],
    'add a note': [`insert into notes (id, office_id, case_id, author_id, agency_id, kind, layer, audience, domain, body, happened_at, written_at) values (gen_random_uuid(), $1, $2, $3, $4, 'CALL', 'PROGRESS', 'TEAM', 'GENERAL', '글', $5, $5)`, common],
    'add a document': [`insert into documents (id, office_id, case_id, student_id, kind, layer, name, media_type, bytes, sha256, state, uploaded_by_id, agency_id, at) values (gen_random_uuid(), $1, $2, $6, 'REPORT', 'PROGRESS', 'a.pdf', 'application/pdf', 10, '\\x00', 'QUARANTINED', $3, $4, $5)`, [...common, studentId]],
    'change the case': [`update cases set next_action = '다른 일' where id = $1`, [caseId]],
    'let a colleague in': [`insert into case_members (id, office_id, case_id, staff_id, agency_id, relation, reason, since, added_by_id) values (gen_random_uuid(), $1, $2, $6, $4, 'MEMBER', 'CONSENT', $5, $3)`, [...common, ground.staffIds['피하윤']]],
    'seal something': [`insert into sealed_records (id, office_id, case_id, kind, box, by_id, at) values (gen_random_uuid(), $1, $2, 'OTHER', 'x', $3, $4)`, [actor.officeId, caseId, actor.staffId, from(0)]],
    'put down the other side': [`insert into other_sides (id, office_id, student_id, phone, set_by_id, set_at) values (gen_random_uuid(), $1, $2, '01044443333', $3, $4)`, [actor.officeId, studentId, actor.staffId, from(0)]],
    'add a level': [`insert into case_levels (id, office_id, case_id, red_flags, ratings, aggravators, proposed, decided, reason, by_id, at) values (gen_random_uuid(), $1, $2, '{}', '{}', '{}', 'HIGH', 'MODERATE', '이유', $3, $4)`, [actor.officeId, caseId, actor.staffId, from(0)]],
    'add a goal about ECON': goal('ECON'),
    'add a goal about EMOTION': goal('EMOTION'),
    'add a consent': [`insert into consents (id, office_id, student_id, subject, recipient_id, purpose, items, state, valid_from, valid_until, evidence_kind, recorded_by_id, recorded_at) values (gen_random_uuid(), $1, $2, 'STUDENT', $3, '상담', '{EMOTION}', 'GRANTED', $4, $5, 'PAPER', $6, $4)`, [actor.officeId, studentId, ground.agencyIds['MH'], from(0), from(day), actor.staffId]],
    'withdraw a consent': ['update consents set withdrawn_at = $1 where id = $2', [from(0), first(cell, 'consent')]],
    'add a basis': [`insert into lawful_bases (id, office_id, case_id, recipient_id, kind, reason, items, valid_from, valid_until, review_due_at, recorded_by_id, recorded_at) values (gen_random_uuid(), $1, $2, $3, 'URGENT_RISK', '급해요', '{ECON}', $4, $5, $5, $6, $4)`, [actor.officeId, caseId, ground.agencyIds['MH'], from(0), from(day), actor.staffId]],
    'add a guardian block': [`insert into guardian_blocks (id, office_id, student_id, case_id, source, set_by_id, set_at) values (gen_random_uuid(), $1, $2, $3, 'NAMED', $4, $5)`, [actor.officeId, studentId, caseId, actor.staffId, from(0)]],
    'ask to end a guardian block': ['update guardian_blocks set end_asked_by_id = null, end_asked_at = null where id = $1', [first(cell, 'guardian block')]],
    'end a basis': ['update lawful_bases set ended_at = $1 where id = $2', [from(0), first(cell, 'basis')]],
  }
}
