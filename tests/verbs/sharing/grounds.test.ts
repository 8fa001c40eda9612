import { beforeAll, beforeEach, expect, test } from 'vitest'
import { closeCase } from '#lib/cases/close-case.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { newId } from '#lib/core/id.ts'
import { recordBasis } from '#lib/sharing/record-basis.ts'
import { endBasis } from '#lib/sharing/end-basis.ts'
import { recordConsent } from '#lib/sharing/record-consent.ts'
import { withdrawConsent } from '#lib/sharing/withdraw-consent.ts'
import { timelineOf } from '#lib/timeline/queries.ts'
import { signedPaper } from '#prisma/seed/paper.ts'
import { day, from, putCase, putMember } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

const paper = await signedPaper()
/*
 * The door for those outside the circle. Every claim is asked twice: of the application, and of the database alone as
 * the application's role with that person's session.
 */
const world = await makeWorld()
const { ground, studentIds, guardianIds } = world
let caseId: string

beforeAll(async () => {
  caseId = await putCase(world, { child: '박이든', school: 'S2', lead: '강모아', leadAgency: 'S2' })
  await putMember(world, { caseId, staff: '도서진', agency: 'NGO1' })
  for (const [layer, domain] of [['PLAN', 'GENERAL'], ['PROGRESS', 'ECON'], ['PROGRESS', 'EMOTION'], ['SENSITIVE', 'ECON']]) {
    await world.owner(`insert into events (id, office_id, case_id, type, at, actor_id, agency_id, layer, audience, domain, data) values ($1, $2, $3, 'note.written', $4, $5, $6, $7, 'TEAM', $8, '{"kind":"VISIT","childSeen":false}')`,
      [newId(), ground.officeId, caseId, from(-day), ground.staffIds['강모아'], ground.agencyIds['S2'], layer, domain])
  }
})

beforeEach(async () => {
  await world.owner('delete from consent_evidence; delete from consents')
  await world.owner('delete from lawful_bases')
  await world.owner('delete from conflicts')
})

interface Answer { subject: 'STUDENT' | 'GUARDIAN'; guardian?: string; items?: string[]; state?: string; sensitive?: boolean; valid?: [Date, Date]; withdrawn?: Date; superseded?: Date }

async function put({ subject, guardian = '박이든', items = ['ECON'], state = 'GRANTED', sensitive = false, valid = [from(-day), from(30 * day)], withdrawn, superseded }: Answer) {
  await world.owner(
    `insert into consents (id, office_id, student_id, subject, guardian_id, recipient_id, purpose, items, sensitive, state, valid_from, valid_until, evidence_kind, recorded_by_id, recorded_at, withdrawn_at, superseded_at)
     values ($1, $2, $3, $4, $5, $6, '지원', $7, $8, $9, $10, $11, 'PAPER', $12, $10, $13, $14)`,
    [newId(), ground.officeId, studentIds['박이든'], subject, subject === 'GUARDIAN' ? guardianIds[guardian] : null, ground.agencyIds['NGO1'], items, sensitive, state, ...valid, ground.staffIds['강모아'], withdrawn ?? null, superseded ?? null],
  )
}
const student = (more: Partial<Answer> = {}) => put({ subject: 'STUDENT', ...more })
const guardian = (more: Partial<Answer> = {}) => put({ subject: 'GUARDIAN', ...more })

/** What 도서진 finds: the layers and domains of the entries she reads. Null: the case does not exist for her. */
async function finds(name = '도서진', at = morning): Promise<string[] | null> {
  const actor = world.as(name)
  const app = await world.at(at, () => caseDeed(actor, caseId, async (tx) => ({ timeline: await timelineOf(tx, actor, caseId, {}) })))
  const inApp = app && app.timeline.entries.filter(({ type }) => type === 'note.written').map(({ layer, domain }) => `${layer} ${domain}`).sort()

  const cases = await world.sql(name, 'select from cases where id = $1', [caseId])
  const events = await world.sql(name, `select layer || ' ' || domain as what from events where case_id = $1 and type = 'note.written' order by 1`, [caseId])
  const entries = events.rows.map(({ what }: { what: string }) => what)
  await world.at(morning, async () => {})
  expect(cases.rowCount === 1 ? entries : entries.length > 0 || null).toEqual(inApp)
  return inApp
}
const econ = ['PLAN GENERAL', 'PROGRESS ECON']

test('without any answer the case does not exist, membership or not', async () => {
  expect(await finds()).toBeNull()
})

test('student and guardian together open their items and what is general, and no more', async () => {
  await student()
  await guardian()
  expect(await finds()).toEqual(econ)
})

test('one of the two alone opens nothing', async () => {
  await student()
  expect(await finds()).toBeNull()
  await world.owner('delete from consent_evidence; delete from consents')
  await guardian()
  expect(await finds()).toBeNull()
})

test('what only one of them allows stays closed', async () => {
  await student({ items: ['ECON', 'EMOTION'], sensitive: true })
  await guardian({ items: ['ECON', 'CARE'] })
  expect(await finds()).toEqual(econ)
})

test('sensitive records open when both allow them, in the domains they allow', async () => {
  await student({ sensitive: true })
  await guardian({ sensitive: true })
  expect(await finds()).toEqual([...econ, 'SENSITIVE ECON'])
})

test('nothing common is still the fact that there is a case', async () => {
  await student({ items: ['EMOTION'] })
  await guardian({ items: ['ECON'] })
  expect(await finds()).toEqual(['PLAN GENERAL'])
})

test.each([
  ['expired', { valid: [from(-60 * day), from(-1)] }],
  ['not valid yet', { valid: [from(day), from(30 * day)] }],
  ['refused', { state: 'REFUSED' }],
  ['only asked', { state: 'ASKED' }],
  ['could not be had', { state: 'UNABLE' }],
  ['withdrawn', { withdrawn: from(-1) }],
  ['superseded', { superseded: from(-1) }],
] satisfies [string, Partial<Answer>][])('a guardian’s answer that is %s opens nothing', async (_, more) => {
  await student()
  await guardian(more)
  expect(await finds()).toBeNull()
})

test('it counts to its last moment, and not beyond', async () => {
  await student({ valid: [from(-day), from(day)] })
  await guardian()
  expect(await finds('도서진', from(day - 1))).toEqual(econ)
  expect(await finds('도서진', from(day))).toBeNull()
})

test('an answer that will be superseded counts until then', async () => {
  await student({ superseded: from(day) })
  await student({ items: ['CARE'], valid: [from(day), from(9 * day)] })
  await guardian({ items: ['ECON', 'CARE'] })
  expect(await finds()).toEqual(econ)
  expect(await finds('도서진', from(2 * day))).toEqual(['PLAN GENERAL'])
})

test('where two guardians answered, both must allow, and no further than both', async () => {
  await student({ items: ['ECON', 'EMOTION'] })
  await guardian({ items: ['ECON', 'EMOTION'] })
  await guardian({ guardian: '박이슬', items: ['ECON'] })
  expect(await finds()).toEqual(econ)
})

test.each([['refuses', { state: 'REFUSED' }], ['withdrew', { withdrawn: from(-1) }]])('where one guardian %s, the other’s yes opens nothing', async (_, no) => {
  await student()
  await guardian()
  await guardian({ guardian: '박이슬', ...no })
  expect(await finds()).toBeNull()
})

test('a refusal does not run out by itself', async () => {
  await student()
  await guardian()
  await guardian({ guardian: '박이슬', state: 'REFUSED', valid: [from(-30 * day), from(-day)] })
  expect(await finds()).toBeNull()
})

test('a colleague without a membership finds no case, but the work addressed to the agency', async () => {
  await student()
  await guardian()
  expect(await finds('피하윤')).toBeNull()
})

test('consent to one agency opens nothing for another', async () => {
  await student()
  await guardian()
  await putMember(world, { caseId, staff: '정하람', agency: 'D1' })
  expect(await finds('정하람')).toBeNull()
})

test('withdrawing ends it at the next request; the membership stays as a row that is not open', async () => {
  const actor = world.as('강모아')
  await world.at(morning, async () => {
    const answer = { studentId: studentIds['박이든'] ?? '', recipientId: ground.agencyIds['NGO1'] ?? '', purpose: '지원', items: ['ECON' as const], state: 'GRANTED' as const, validUntil: '2027-02-28', evidenceKind: 'PAPER' as const, evidence: '서면' }
    await recordConsent(actor, { ...answer, subject: 'STUDENT' }, paper)
    await recordConsent(actor, { ...answer, subject: 'GUARDIAN', guardianId: guardianIds['박이든'], verifiedHow: 'IN_PERSON' }, paper)
  })
  expect(await finds()).toEqual(econ)
  const { rows } = await world.owner(`select id from consents where subject = 'GUARDIAN'`)
  await world.at(morning, () => withdrawConsent(actor, { consentId: rows[0].id, how: 'COUNTER' }))
  expect(await finds()).toBeNull()
  const audience = await world.sql('강모아', 'select name, open from app.case_audience($1) order by name', [caseId])
  expect(audience.rows).toContainEqual({ name: '도서진', open: false })
  const kept = await world.owner(`select ended_at from case_members where case_id = $1 and staff_id = $2`, [caseId, ground.staffIds['도서진']])
  expect(kept.rows).toEqual([{ ended_at: null }])
})

test('a narrower answer closes what it leaves out at once', async () => {
  await student({ items: ['ECON', 'EMOTION'] })
  await guardian({ items: ['ECON', 'EMOTION'] })
  expect(await finds()).toEqual(['PLAN GENERAL', 'PROGRESS ECON', 'PROGRESS EMOTION'])
  await world.at(morning, () => recordConsent(world.as('강모아'), {
    studentId: studentIds['박이든'] ?? '', subject: 'GUARDIAN', guardianId: guardianIds['박이든'], recipientId: ground.agencyIds['NGO1'] ?? '',
    purpose: '지원', items: ['ECON'], state: 'GRANTED', validUntil: '2027-02-28', evidenceKind: 'PAPER', verifiedHow: 'KNOWN', evidence: '서면, 강모아',
  }, paper))
  expect(await finds()).toEqual(econ)
})

test('another law opens without consent, against a refusal too, for its items and its time', async () => {
  await guardian({ state: 'REFUSED' })
  await world.at(morning, () => recordBasis(world.as('강모아'), { caseId, recipientId: ground.agencyIds['NGO1'] ?? '', kind: 'URGENT_RISK', reason: '오늘 밤 갈 곳이 없어요', items: ['ECON'], sensitive: true, validUntil: '2026-11-30' }))
  expect(await finds()).toEqual([...econ, 'SENSITIVE ECON'])
  expect(await finds('도서진', new Date('2026-12-01T00:00:00+09:00'))).toBeNull()
  const { rows } = await world.owner('select id from lawful_bases')
  await world.at(morning, () => endBasis(world.as('문다희'), { basisId: rows[0].id }))
  expect(await finds()).toBeNull()
})

test('sensitive records of one ground do not open in the domains of another', async () => {
  await student({ items: ['EMOTION'] })
  await guardian({ items: ['EMOTION'] })
  await world.at(morning, () => recordBasis(world.as('강모아'), { caseId, recipientId: ground.agencyIds['NGO1'] ?? '', kind: 'URGENT_RISK', reason: '급해요', items: ['CARE'], sensitive: true, validUntil: '2026-11-30' }))
  expect(await finds()).toEqual(['PLAN GENERAL', 'PROGRESS EMOTION'])
})

test('a conflict of interest beats every ground', async () => {
  await student()
  await guardian()
  await world.owner('insert into conflicts (id, office_id, staff_id, student_id, declared_by, declared_at) values ($1, $2, $3, $4, $3, $5)', [newId(), ground.officeId, ground.staffIds['도서진'], studentIds['박이든'], morning])
  expect(await finds()).toBeNull()
})

test('the ledger of a recipient is closed to it where nothing may be told', async () => {
  await student()
  expect((await world.sql('도서진', 'select id from consents')).rowCount).toBe(0)
  await guardian()
  expect((await world.sql('도서진', 'select id from consents')).rowCount).toBe(2)
  expect((await world.sql('정하람', 'select id from consents')).rowCount).toBe(0)
})

test('an entrusted body stands inside the circle: no consent opens or closes it', async () => {
  await student()
  await guardian()
  await world.owner('update agencies set is_entrusted = true where id = $1', [ground.agencyIds['NGO1']])
  expect(await finds()).toEqual(['PLAN GENERAL', 'PROGRESS ECON', 'PROGRESS EMOTION', 'SENSITIVE ECON'])
  await world.owner('update agencies set is_entrusted = false where id = $1', [ground.agencyIds['NGO1']])
})

test('a closed case is closed to every recipient, whatever was allowed', async () => {
  await student()
  await guardian()
  await world.at(morning, () => closeCase(world.as('강모아'), { caseId, version: 1, reason: 'NEED_RESOLVED', summary: '좋아졌어요', goalResults: [], remaining: '', voice: '' }))
  expect(await finds()).toBeNull()
})
