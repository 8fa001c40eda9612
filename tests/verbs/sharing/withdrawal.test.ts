import { beforeAll, beforeEach, expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { affectedBy } from '#lib/sharing/affected.ts'
import { toldAt, type PastAnswer, type PastBasis } from '#lib/sharing/history.ts'
import { narrowConsent } from '#lib/sharing/narrow-consent.ts'
import { provisionOf } from '#lib/sharing/provision.ts'
import { recipientsOf } from '#lib/sharing/queries.ts'
import { recordBasis } from '#lib/sharing/record-basis.ts'
import { recordConsent } from '#lib/sharing/record-consent.ts'
import { withdrawConsent } from '#lib/sharing/withdraw-consent.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { myWork } from '#lib/today/my-work.ts'
import { newId } from '#lib/core/id.ts'
import { signedPaper } from '#prisma/seed/paper.ts'
import { day, from, putCase, putConsent, putIntervention, putMember } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

const paper = await signedPaper()
/* Story A15: what was told, what hangs on it, and whose turn it is, when a family takes its consent back. */

const world = await makeWorld()
const { ground, studentIds, guardianIds } = world
const studentId = studentIds['박이든'] ?? ''
const NGO1 = ground.agencyIds['NGO1'] ?? ''
let caseId: string
let econHelp: string

beforeAll(async () => {
  caseId = await putCase(world, { child: '박이든', school: 'S2', lead: '강모아', leadAgency: 'S2', opened: from(-20 * day) })
  await putMember(world, { caseId, staff: '도서진', agency: 'NGO1' })
  econHelp = await putIntervention(world, { caseId, agency: 'NGO1', proposer: '강모아', domain: 'ECON', state: 'ACTIVE', due: from(20 * day) })
  await putIntervention(world, { caseId, agency: 'NGO1', proposer: '강모아', domain: 'CARE', state: 'ACTIVE', due: from(20 * day) })
  for (const [statement, domain] of [['전기가 들어온다', 'ECON'], ['학교에 온다', 'LEARN']]) {
    await world.owner(`insert into goals (id, office_id, case_id, statement, domain, steps, set_at) values ($1, $2, $3, $4, $5, '{a,b,c,d,e}', $6)`, [newId(), ground.officeId, caseId, statement, domain, from(-day)])
  }
})

beforeEach(async () => {
  await world.owner('delete from consent_evidence; delete from consents')
  await world.owner('delete from lawful_bases')
  await putConsent(world, '박이든', 'NGO1', ['ECON', 'CARE'])
})

const consentOf = async (subject: string): Promise<string> => (await world.owner('select id from consents where subject = $1 and superseded_at is null', [subject])).rows[0].id
const withdraw = async (name = '강모아') => {
  const consentId = await consentOf('GUARDIAN')
  return world.at(morning, () => withdrawConsent(world.as(name), { consentId, how: 'COUNTER' }))
}
const listFor = (name: string, at = morning) =>
  world.at(at, () => asActor(world.as(name), (tx) => provisionOf(tx, world.as(name), { caseId, studentId, openedAt: from(-20 * day), closedAt: null }, NGO1)))
const affected = (name = '강모아') => world.at(morning, () => asActor(world.as(name), async (tx) => {
  const recipient = (await recipientsOf(tx, world.as(name), { id: caseId, studentId })).find(({ id }) => id === NGO1)
  return affectedBy(tx, world.as(name), caseId, NGO1, recipient?.grounds ?? [])
}))
const today = async (name: string) => (await world.at(morning, () => asActor(world.as(name), (tx) => myWork(tx, world.as(name))))).filter(({ id }) => id === caseId).flatMap(({ why }): string[] => [...why])

test('what could be seen in the past is what the database let be seen at each of those moments', async () => {
  const record = (at: Date, subject: 'STUDENT' | 'GUARDIAN', items: ('ECON' | 'CARE')[], state: 'GRANTED' | 'REFUSED' = 'GRANTED', validUntil = '2026-12-20') => world.at(at, () => recordConsent(world.as('강모아'), {
    studentId, subject, guardianId: subject === 'GUARDIAN' ? guardianIds['박이든'] : undefined, recipientId: NGO1, purpose: '지원', items: state === 'GRANTED' ? items : [], state,
    validUntil: state === 'GRANTED' ? validUntil : undefined, evidenceKind: 'PAPER', verifiedHow: 'IN_PERSON', evidence: '서면',
  }, paper))
  await world.owner('delete from consent_evidence; delete from consents')
  const moments = [0, 1, 2, 3, 4, 5, 6, 7, 30].map((days) => from(days * day + 60_000))
  const seen: string[][] = []
  const deeds: (() => Promise<unknown>)[] = [
    () => record(from(0), 'STUDENT', ['ECON', 'CARE']),
    () => record(from(day), 'GUARDIAN', ['ECON', 'CARE']),
    () => record(from(2 * day), 'GUARDIAN', ['ECON']),
    () => world.at(from(3 * day), () => recordBasis(world.as('강모아'), { caseId, recipientId: NGO1, kind: 'URGENT_RISK', reason: '급해요', items: ['CARE'], sensitive: true, validUntil: '2026-11-29' })),
    () => record(from(4 * day), 'GUARDIAN', [], 'REFUSED'),
    () => record(from(5 * day), 'GUARDIAN', ['CARE']),
    async () => { const consentId = await consentOf('STUDENT'); await world.at(from(6 * day), () => withdrawConsent(world.as('강모아'), { consentId, how: 'PHONE' })) },
    () => record(from(7 * day), 'STUDENT', ['ECON', 'CARE'], 'GRANTED', '2026-12-10'),
    async () => {},
  ]
  const asText = (rows: { ground: string; items: string[]; sensitive: boolean }[]) => rows.map(({ ground: what, items, sensitive }) => `${what} ${items.toSorted().join()} ${sensitive}`).sort()
  for (const [index, moment] of moments.entries()) {
    await deeds[index]?.()
    await world.at(moment, async () => seen.push(asText((await world.owner('select ground, items, sensitive from app.grounds($1, $2, array[$3::uuid])', [ground.officeId, NGO1, caseId])).rows)))
  }
  const answers: PastAnswer[] = (await world.owner(`select subject, state, items, sensitive, valid_from as "validFrom", valid_until as "validUntil", recorded_at as "recordedAt", withdrawn_at as "withdrawnAt", superseded_at as "supersededAt" from consents`)).rows
  const bases: PastBasis[] = (await world.owner(`select items, sensitive, valid_from as "validFrom", valid_until as "validUntil", ended_at as "endedAt" from lawful_bases`)).rows
  expect(moments.map((moment) => asText(toldAt(answers, bases, moment)))).toEqual(seen)
  expect(seen.filter((what) => what.length > 0).length).toBeGreaterThan(4)
})

test('who takes back is told from the next press on what hangs on it, and the lead hears of it without a word of content', async () => {
  await world.owner('delete from graphile_worker._private_jobs')
  expect(await withdraw('문다희')).toBe(`/cases/${caseId}/sharing/affected?recipient=${NGO1}`)
  const { rows } = await world.owner(`select payload from graphile_worker._private_jobs`)
  expect(rows.map(({ payload }) => payload)).toEqual([{ officeId: ground.officeId, kind: 'consent.withdrawn', path: `/cases/${caseId}/sharing`, staffId: ground.staffIds['강모아'] }])
  const hung = await affected()
  expect(hung.supports.map(({ domain }) => domain).toSorted()).toEqual(['CARE', 'ECON'])
  expect(hung.goals.map(({ statement, others }) => [statement, others])).toEqual([['전기가 들어온다', []]])
  expect(hung.members).toEqual(['도서진'])
  const signed = await world.owner('select withdrawn_by_id, withdrawn_how from consents where withdrawn_at is not null')
  expect(signed.rows).toEqual([{ withdrawn_by_id: ground.staffIds['문다희'], withdrawn_how: 'COUNTER' }])
})

test('it stands in the lead’s work of the day until the help is sorted out, and in nobody else’s', async () => {
  expect(await today('강모아')).not.toContain('TOLD_LESS')
  await withdraw()
  expect(await today('강모아')).toContain('TOLD_LESS')
  expect(await today('진서율')).not.toContain('TOLD_LESS')
  await world.owner(`update interventions set state = 'DISCONTINUED', end_reason = 'OTHER', due_at = null where case_id = $1`, [caseId])
  expect(await today('강모아')).not.toContain('TOLD_LESS')
  await world.owner(`update interventions set state = 'ACTIVE', end_reason = null, due_at = $2 where case_id = $1`, [caseId, from(20 * day)])
})

test('the family’s list says what could be seen from when until when, on how many days it was looked at, and what help there was', async () => {
  await world.at(from(-3_600_000), () => caseDeed(world.as('도서진'), caseId, async () => ({})))
  await world.owner(`insert into intervention_sessions (id, office_id, case_id, intervention_id, by_id, held_at, attendance, child_seen, units) values ($1, $2, $3, $4, $5, $6, 'ATTENDED', true, 1)`,
    [newId(), ground.officeId, caseId, econHelp, ground.staffIds['도서진'], from(-3_600_000)])
  await withdraw()
  const list = await listFor('강모아', from(day))
  expect(list?.stretches).toMatchObject([{ from: from(-day), until: morning, items: ['ECON', 'CARE'], ground: 'CONSENT', open: false, days: 1 }])
  expect(list?.supports.map(({ state, met }) => [state, met]).toSorted()).toEqual([['ACTIVE', 0], ['ACTIVE', 1]])
  expect(list?.withdrawnAt).toEqual(morning)
  const audited = await world.owner(`select action from audit_entries where subject_id = $1 order by place desc limit 1`, [NGO1])
  expect(audited.rows).toEqual([{ action: 'consent.listed' }])
})

test('on which days an agency looked is told to those inside who work with the case, and to nobody else', async () => {
  const days = async (name: string) => (await world.sql(name, 'select day from app.looks_by($1, $2)', [caseId, NGO1])).rowCount
  expect(await days('강모아')).toBe(1)
  expect(await days('문다희')).toBe(1)
  for (const name of ['도서진', '송가비', '노을기', '차시온', '하도경']) expect(await days(name)).toBe(0)
})

test('a consent is narrowed in one act: what is left out is closed at once, the rest goes on to the same day', async () => {
  const consentId = await consentOf('GUARDIAN')
  const narrow = (items: ('ECON' | 'CARE' | 'EMOTION')[], name = '강모아') => world.at(morning, () => narrowConsent(world.as(name), { consentId, items, evidenceKind: 'PAPER', evidence: '창구에서 다시 적음' }))
  await expect(narrow(['ECON', 'EMOTION'])).rejects.toMatchObject({ message: 'sharing.refusal.notNarrower' })
  await expect(narrow(['ECON', 'CARE'])).rejects.toMatchObject({ message: 'sharing.refusal.sameAsBefore' })
  await expect(narrow([])).rejects.toMatchObject({ message: 'sharing.refusal.narrowToNothing' })
  await expect(narrow(['ECON'], '도서진')).rejects.toBeInstanceOf(NotAllowed)
  await expect(narrow(['ECON'], '송가비')).rejects.toBeInstanceOf(NotFound)
  expect(await narrow(['ECON'])).toBe(`/cases/${caseId}/sharing/affected?recipient=${NGO1}`)
  await expect(narrow(['ECON'])).rejects.toBeInstanceOf(NotNow)
  const { rows } = await world.owner(`select items, valid_until, superseded_at is not null as over, narrows_id from consents where subject = 'GUARDIAN' order by recorded_at`)
  expect(rows).toEqual([
    { items: ['ECON', 'CARE'], valid_until: from(30 * day), over: true, narrows_id: null },
    { items: ['ECON'], valid_until: from(30 * day), over: false, narrows_id: consentId },
  ])
  const { rows: [seen] } = await world.sql('도서진', 'select array_agg(distinct domain order by domain) as domains from interventions where case_id = $1', [caseId])
  expect(seen.domains).toEqual(['ECON'])
  expect((await affected()).supports.map(({ domain }) => domain)).toEqual(['CARE'])
  expect(await today('강모아')).toContain('TOLD_LESS')
})

test('nobody signs for another that a consent was taken back, not even by raw SQL', async () => {
  const forged = `update consents set withdrawn_at = $1, withdrawn_by_id = $2, withdrawn_how = 'COUNTER'`
  await expect(world.sql('강모아', forged, [morning, ground.staffIds['문다희']])).rejects.toThrow('signed for somebody else')
  await expect(world.sql('강모아', forged, [morning, ground.staffIds['강모아']])).resolves.toMatchObject({ rowCount: 2 })
})
