import { beforeAll, expect, test } from 'vitest'
import { atTime } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { myWork } from '#lib/today/my-work.ts'
import { actorFor, type Ground } from '#prisma/seed/bootstrap.ts'
import { cast } from '#prisma/seed/cast.ts'
import { makeWorldOnce } from '#scripts/world.ts'
import { connect, setDatabaseTime, urls } from '#tests/database.ts'
import { brokenRules, datedInTheFuture, everyWord } from './rules.ts'

const owner = await connect('owner')
/** A Tuesday. */
const made = new Date('2026-11-24T10:30:00+09:00')
const said: string[] = []

beforeAll(async () => {
  await setDatabaseTime(made)
  await makeWorldOnce(urls.migrate, (line) => void said.push(line))
}, 180_000)

async function values<T>(text: string, given: unknown[] = []): Promise<T[]> {
  const { rows } = await owner.query<{ value: T }>(text, given)
  return rows.map(({ value }) => value)
}
const one = async <T>(text: string, given: unknown[] = []): Promise<T | undefined> => (await values<T>(text, given))[0]
/** Of pupils who are on the roster no more. */
const past = 'select c.id from cases c join students s on s.id = c.student_id where s.left_at is not null'
const caseOf = 'select c.id from cases c join students s on s.id = c.student_id where s.name = '

test('every rule of the words and states holds', async () => {
  expect(await brokenRules(owner)).toEqual([])
})

test('nothing happened later than now', async () => {
  expect(await datedInTheFuture(owner, made)).toEqual([])
})

test('no number that looks like a registration number, no telephone of a real person', async () => {
  const words = await everyWord(owner)
  expect(words.match(/(?<!\d)\d{6}\s*[-–—]?\s*[1-8]\d{6}(?!\d)/)).toBeNull()
  const phones = words.match(/(?<![\d-])0\d{1,2}-\d{3,4}-\d{4}(?!\d)/g) ?? []
  expect(phones.length).toBeGreaterThan(40)
  expect(phones.filter((phone) => !/^(062-000-\d{4}|010-0000-\d{4})$/.test(phone))).toEqual([])
})

test('its bodies and people are there, each with an account', async () => {
  expect(await one('select count(*)::int as value from agencies')).toBe(20)
  expect(await values(`select s.name as value from staff s join accounts a on a.staff_id = s.id where s.name <> '소미르' order by s.id`)).toEqual(cast.map(({ name }) => name))
  // Invited a few days ago, and not yet come.
  expect(await values(`select a.password_hash as value from staff s join accounts a on a.staff_id = s.id where s.name = '소미르'`)).toEqual([null])
  expect(await values(`select short_ko as value from agencies a where not exists (select from staff s where s.agency_id = a.id)`)).toEqual([])
})

test('of pupils who left, one case is destroyed, one held, and the time of two is over', async () => {
  const { rows } = await owner.query<{ held: boolean; over: boolean }>(
    `select exists (select from legal_holds h where h.case_id = c.id and h.lifted_at is null) as held, c.retain_until < $1::date as over from cases c where c.id in (${past}) order by c.number`, [made])
  expect(rows).toEqual([{ held: true, over: true }, { held: false, over: true }, { held: false, over: true }])
  const [stone] = await values<{ documents: number; keys: boolean }>(`select jsonb_build_object('documents', x.rows -> 'documents', 'keys', x.keys_gone_at is not null) as value from destroyed_cases x`)
  expect(stone).toEqual({ documents: 1, keys: true })
})

test('twenty cases of five schools, two or more open at each level, and one child without a case', async () => {
  expect(await one(`select count(*)::int as value from cases where id not in (${past})`)).toBe(20)
  expect(await one('select count(distinct school_id)::int as value from cases')).toBe(5)
  for (const level of ['EMERGENCY', 'HIGH', 'MODERATE', 'WATCH']) {
    expect(await one<number>('select count(*)::int as value from cases where closed_at is null and level = $1::"CrisisLevel"', [level]), level).toBeGreaterThanOrEqual(2)
  }
  expect(await values(`select r.state::text as value from referrals r join students s on s.id = r.student_id where s.name = '도시윤'`)).toEqual(['NOT_SELECTED'])
})

test('the first four have a long story, the others a short one', async () => {
  const { rows } = await owner.query<{ name: string; told: number }>(
    `select s.name, count(e.id)::int as told from cases c join students s on s.id = c.student_id join events e on e.case_id = c.id where s.left_at is null group by s.name`,
  )
  const long = new Set(['서지우', '김도율', '박이든', '응우옌하린'])
  expect(rows.filter(({ name, told }) => (long.has(name) ? told < 40 || told > 60 : told < 8 || told > 15))).toEqual([])
})

test('help stands in every state', async () => {
  expect(await values('select distinct state::text as value from interventions order by 1')).toEqual(['ACCEPTED', 'ACTIVE', 'COMPLETED', 'DECLINED', 'DISCONTINUED', 'PAUSED', 'PROPOSED'])
})

test('referrals wait at schools and at the office, in every way a referral can wait', async () => {
  const waiting = await values<string>(`select distinct state || ' ' || kind as value from referrals where state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON') order by 1`)
  expect(waiting).toEqual(['MORE_ASKED NOTICE', 'MORE_ASKED REQUEST', 'RECEIVED REQUEST', 'SENT_ON REQUEST', 'SUBMITTED NOTICE', 'SUBMITTED REQUEST', 'TRIAGED REQUEST'])
  expect(await one(`select count(*)::int as value from referrals where state = 'DUPLICATE'`)).toBe(1)
})

test('three things or more are overdue, two consents end within a fortnight, one was withdrawn', async () => {
  const late = `select (select count(*) from cases where closed_at is null and due_at < $1) + (select count(*) from interventions where state = 'PROPOSED' and due_at < $1)
    + (select count(*) from referrals where state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'SENT_ON') and due_at < $1) as value`
  expect(Number(await one(late, [made]))).toBeGreaterThanOrEqual(3)
  expect(await one(`select count(distinct (student_id, recipient_id))::int as value from consents where state = 'GRANTED' and withdrawn_at is null and valid_until between $1 and $1::timestamptz + interval '14 days'`, [made])).toBeGreaterThanOrEqual(2)
  expect(await values(`select s.name as value from consents k join students s on s.id = k.student_id where k.withdrawn_at is not null`)).toEqual(['마유진'])
})

test('who is away has somebody in her place, who finds the work in her list', async () => {
  expect(await values(`select s.name || ' ' || d.name as value from staff s join staff d on d.id = s.deputy_id where s.leave_until > $1`, [made])).toEqual(['배온유 문다희'])
  expect(await work('문다희')).toContain('탁재윤')
})

test('the closed, the declined and the withdrawn ended as they are told', async () => {
  expect(await values(`select rating as value from goal_ratings where case_id = (${caseOf}'노아린') order by rating`)).toEqual([-1, 0, 1, 1])
  expect(await one(`select reason || ' ' || voice as value from closures where case_id = (${caseOf}'노아린')`)).toContain('GOALS_REACHED 아린: “먼저 물어봐 줘서 좋았어요.”')
  expect(await values(`select r.state::text as value from referrals r join students s on s.id = r.student_id where s.name = '유채원' order by r.submitted_at`)).toEqual(['NOT_SELECTED', 'SELECTED'])
  expect(await one(`select level::text as value from cases where id = (${caseOf}'유채원') and closed_at is null`)).toBe('HIGH')
  expect(await one(`select state || ' ' || end_reason as value from interventions where case_id = (${caseOf}'마유진') and service_code = 'EMO-07'`)).toBe('DISCONTINUED CONSENT_ENDED')
})

test('of the sealed case nothing is written but that three people are there', async () => {
  expect(await values(`select distinct domain as value from notes where case_id = (${caseOf}'민서하')`)).toEqual(['GENERAL'])
  expect(await one(`select cardinality(domains) as value from cases where id = (${caseOf}'민서하')`)).toBe(0)
  expect(await values(`select s.name as value from case_members m join staff s on s.id = m.staff_id where m.case_id = (${caseOf}'민서하') and m.ended_at is null order by 1`)).toEqual(['권이안', '문다희', '송가비'])
})

test('everybody who works with cases finds something to do today', async () => {
  const idle: string[] = []
  for (const { name, role } of cast) {
    if (!['ADMIN', 'PRIVACY_OFFICER', 'STATISTICS_VIEWER'].includes(role) && (await work(name)).length === 0) idle.push(name)
  }
  expect(idle).toEqual([])
})

test('박이든: the overdue request, told as it was', async () => {
  const told = await values<string>(`
    select to_char(e.at at time zone 'Asia/Seoul', 'MM-DD HH24:MI') || ' ' || coalesce(n.kind, e.data ->> 'serviceCode', '') || ' ' || e.type || coalesce(' ' || (e.data ->> 'rating'), '') as value
    from events e left join notes n on n.id = e.note_id and e.type = 'note.written' where e.case_id = (${caseOf}'박이든') order by e.at, e.id`)
  const flagship = [
    '11-02 13:10 OBSERVATION note.written',
    '11-02 13:22  referral.submitted',
    '11-02 13:40  referral.joined',
    '11-02 14:00  referral.triaged',
    '11-02 14:20  case.opened',
    '11-02 15:00  consent.recorded',
    '11-02 15:00  consent.recorded',
    '11-02 15:05  consent.recorded',
    '11-02 15:05  consent.recorded',
    '11-03 10:30 VISIT note.written',
    '11-04 16:00 WEL-01 intervention.accepted',
    '11-05 09:00 NGO-01 intervention.proposed',
    '11-05 09:03 NGO-01 intervention.assigned',
    '11-11 14:00 MESSAGE note.written',
    '11-12 18:00 NGO-01 intervention.overdue',
    '11-13 09:10 CALL note.written',
    '11-16 11:00 NGO-01 intervention.assigned',
    '11-17 14:20 NGO-01 intervention.accepted',
    '11-20 10:00 NGO-01 intervention.session-held',
    '11-20 10:30 NGO-01 intervention.completed',
    '11-23 16:40 VISIT note.written',
    '11-23 17:00  goal.rated 1',
    '11-23 17:05  goal.rated 0',
  ]
  expect(told.filter((line) => flagship.includes(line))).toEqual(flagship)
})

test('numbers follow time', async () => {
  for (const [table, moment] of [['cases', 'opened_at'], ['referrals', 'submitted_at']]) {
    expect(await values(`select number as value from ${table} order by ${moment}, number`), table).toEqual(await values(`select number as value from ${table} order by number`))
  }
})

test('made once, it is left alone', async () => {
  const before = await one('select count(*)::int as value from events')
  const lines = said.length
  await makeWorldOnce(urls.migrate, (line) => void said.push(line))
  expect(said.length).toBe(lines)
  expect(await one('select count(*)::int as value from events')).toBe(before)
  expect(await one(`select count(*)::int as value from graphile_worker._private_jobs where task_id in (select id from graphile_worker._private_tasks where identifier = 'notice')`)).toBe(0)
})

/** Whose names stand in somebody's list for today. */
async function work(name: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; id: string }>('select name, id from staff')
  const ground: Ground = { officeId: (await one<string>('select id as value from offices')) ?? '', agencyIds: {}, staffIds: Object.fromEntries(rows.map((row) => [row.name, row.id])) }
  const actor = await actorFor(owner, ground, name)
  return atTime(made, () => asActor(actor, async (tx) => (await myWork(tx, actor)).map(({ child }) => child ?? '')))
}
