import { afterAll, beforeAll, expect, test } from 'vitest'
import { liveMessages } from '#components/cases/live-messages.ts'
import { amendNote } from '#lib/cases/amend-note.ts'
import { followCase } from '#lib/cases/follow-case.ts'
import { atTime } from '#lib/core/clock.ts'
import { casePage } from '#lib/cases/queries.ts'
import { setTurn } from '#lib/cases/set-turn.ts'
import type { News } from '#lib/cases/view.ts'
import { WriteNote, writeNote } from '#lib/cases/write-note.ts'
import { stopListening } from '#lib/timeline/listen.ts'
import { connect, setDatabaseTime } from '#tests/database.ts'
import { from, putCase, putConsent, putMember } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

/* The channel as the application uses it, on the real database: nothing here waits longer than the database takes. */

const world = await makeWorld()
let caseId: string
const open: AbortController[] = []

beforeAll(async () => {
  caseId = await putCase(world, { child: '박이든', school: 'S2', lead: '강모아', leadAgency: 'S2' })
  await putMember(world, { caseId, staff: '임보라', agency: 'S1' })
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  await putMember(world, { caseId, staff: '도서진', agency: 'NGO1' })
  await setDatabaseTime(morning)
})
afterAll(async () => {
  for (const ending of open) ending.abort()
  await stopListening()
})

const start = '00000000-0000-7000-8000-000000000000'
const write = (name: string, fields: object) => world.at(morning, () => writeNote(world.as(name), WriteNote.parse({ caseId, ...fields })))

/** Somebody with the page open, after its first look. */
function looksOn(name: string, { after = start, filters = {}, beat = 60_000, checkEvery = 60_000 } = {}) {
  const ending = new AbortController()
  open.push(ending)
  const feed = followCase(world.as(name), caseId, { filters, after, beat, checkEvery }, ending.signal)
  const next = async (): Promise<News | undefined> => (await atTime(morning, () => feed.next())).value ?? undefined
  /** The next news with entries in it. */
  const told = async () => {
    for (let looks = 0; looks < 10; looks++) {
      const found = await next()
      if (found?.kind === 'seen' && found.entries.length > 0) return found
      if (found?.kind === 'gone') throw new Error('gone')
    }
    throw new Error('nothing was told')
  }
  return { next, told, leave: () => ending.abort() }
}
const bodiesOf = (news: News | undefined) => (news?.kind === 'seen' ? news.entries.map(({ note }) => note?.body) : news?.kind)

test('two who look on both learn of a note, each under her own rights', async () => {
  const lead = looksOn('강모아')
  const colleague = looksOn('임보라')
  const partner = looksOn('도서진')
  await Promise.all([lead.next(), colleague.next(), partner.next()])

  await write('임보라', { body: '밖의 이야기', domain: 'CARE' })
  expect(bodiesOf(await lead.told())).toEqual(['밖의 이야기'])
  expect(bodiesOf(await colleague.told())).toEqual(['밖의 이야기'])
  // What she may not know comes to her as no entry at all; what she may comes next.
  await write('강모아', { body: '돈 이야기', domain: 'ECON' })
  expect(bodiesOf(await partner.told())).toEqual(['돈 이야기'])
})

test('what is said on the channel itself is identifiers alone', async () => {
  const ear = await connect('app')
  const heard: string[] = []
  ear.on('notification', ({ payload }) => heard.push(payload ?? ''))
  await ear.query('listen hanai')
  await write('강모아', { body: '비밀 이야기' })
  await ear.query('select 1')
  expect(heard).toHaveLength(1)
  expect(Object.keys(JSON.parse(heard[0] ?? '{}') as object).toSorted()).toEqual(['case', 'event', 'office', 'referral'])
  expect(heard[0]).not.toMatch(/비밀|박이든|강모아/)
})

test('whoever comes back goes on after the last she heard of, and hears nothing twice in one sitting', async () => {
  const first = looksOn('강모아')
  const before = await first.told()
  first.leave()
  await write('임보라', { body: '그사이 하나' })
  await write('임보라', { body: '그사이 둘' })
  const again = looksOn('강모아', { after: before.newest })
  const caughtUp = await again.told()
  expect(bodiesOf(caughtUp)).toEqual(expect.arrayContaining(['그사이 하나', '그사이 둘']))
  await write('임보라', { body: '그리고 셋' })
  expect(bodiesOf(await again.told())).toEqual(['그리고 셋'])
})

test('an entry whose transaction ended later than a newer one’s is not missed', async () => {
  const reader = looksOn('임보라')
  await reader.told()
  const slow = await connect('owner')
  const { rows } = await slow.query<{ id: string }>('select id from events where case_id = $1 order by id desc limit 1', [caseId])
  // Made a second before the newest, seen after it.
  const newest = rows[0]?.id ?? start
  const made = (Number.parseInt(newest.slice(0, 8) + newest.slice(9, 13), 16) - 1_000).toString(16).padStart(12, '0')
  const late = `${made.slice(0, 8)}-${made.slice(8)}-7abc-8000-000000000001`
  await slow.query(
    `insert into events (id, office_id, case_id, type, at, actor_id, agency_id, layer, audience, domain, data)
     values ($1, $2, $3, 'goal.ended', $4, $5, $6, 'PLAN', 'TEAM', 'GENERAL', $7)`,
    [late, world.ground.officeId, caseId, morning, world.ground.staffIds['강모아'], world.ground.agencyIds['S2'], { goalId: start.replace(/^0/, '1') }],
  )
  expect((await reader.told()).entries.map(({ id }) => id)).toEqual([late])
})

test('the head comes along: whose turn it is', async () => {
  const reader = looksOn('임보라')
  await reader.next()
  const { rows } = await world.owner('select version from cases where id = $1', [caseId])
  await world.at(morning, () => setTurn(world.as('강모아'), { caseId, version: (rows[0] as { version: number }).version, nextAction: '보호자와 통화하기', dueOn: '2026-11-25', waits: `STAFF:${world.ground.staffIds['임보라']}` }))
  const news = await reader.told()
  expect(news.head.next?.action).toBe('보호자와 통화하기')
  const said = liveMessages(news, { caseId, now: morning, locale: 'ko' }, {})
  expect(said).toMatch(/^event: head\ndata: \{.*보호자와 통화하기.*\}\n\nevent: news\nid: [0-9a-f-]{36}\ndata: \[.*\]\n\n$/)
})

test('a corrected note comes again under the entry it stands in', async () => {
  await write('강모아', { body: '오타' })
  const reader = looksOn('임보라')
  await reader.told()
  const { rows } = await world.owner(`select id from notes where body = '오타'`)
  await world.at(morning, () => amendNote(world.as('강모아'), { caseId, noteId: (rows[0] as { id: string }).id, version: 1, body: '고쳤어요' }))
  expect((await reader.told()).changed.map(({ note }) => note?.body)).toEqual(['고쳤어요'])
})

test('filters hold for what comes too', async () => {
  const reader = looksOn('강모아', { filters: { domain: 'ECON' } })
  await reader.next()
  await write('임보라', { body: '돌봄 이야기', domain: 'CARE' })
  await write('임보라', { body: '또 돈 이야기', domain: 'ECON' })
  expect(bodiesOf(await reader.told())).toEqual(['또 돈 이야기'])
})

test('the reading is on record once, however long it goes on', async () => {
  const reads = `select count(*)::int as n from audit_entries where action = 'case.read' and case_id = $1 and staff_id = $2`
  const known = [caseId, world.ground.staffIds['진서율']]
  const reader = looksOn('진서율')
  await reader.next()
  await write('강모아', { body: '하나 더' })
  await reader.next()
  expect((await world.owner(reads, known)).rows).toEqual([{ n: 1 }])
  await world.at(morning, () => casePage(world.as('진서율'), caseId, {}, () => Promise.resolve(null)))
  expect((await world.owner(reads, known)).rows).toEqual([{ n: 2 }])
})

test('a lost connection is made anew, and what was said meanwhile is caught up with', async () => {
  const reader = looksOn('강모아')
  await reader.told()
  const killer = await connect('superuser')
  // Everybody is told at the moment the ear hears again; the note may come before or after that.
  await killer.query(`select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen hanai' and datname = current_database() and usename = 'hanai_app'`)
  await write('임보라', { body: '끊긴 사이' })
  expect(bodiesOf(await reader.told())).toEqual(['끊긴 사이'])
})

test('a withdrawn consent ends it at the next look', async () => {
  const partner = looksOn('도서진')
  await partner.next()
  await world.owner('update consents set withdrawn_at = $1 where recipient_id = $2', [from(-1), world.ground.agencyIds['NGO1']])
  await write('강모아', { body: '돈 이야기 셋', domain: 'ECON' })
  expect(await partner.next()).toEqual({ kind: 'gone' })
  expect(await partner.next()).toBeUndefined()
})

test('a session that ended is noticed though nothing happens', async () => {
  const colleague = looksOn('임보라', { beat: 20, checkEvery: 40 })
  await colleague.next()
  await world.owner(`update sessions set ended_at = $1 where staff_id = $2`, [from(-1), world.ground.staffIds['임보라']])
  const last: unknown[] = []
  for (let news = await colleague.next(); news; news = await colleague.next()) last.push(news.kind)
  expect(last.at(-1)).toBe('gone')
  expect(last).toContain('quiet')
})

test('who may not see the case is told that it is over, and nothing else', async () => {
  const stranger = looksOn('윤채담')
  const news = await stranger.next()
  expect(news).toEqual({ kind: 'gone' })
  expect(liveMessages(news ?? { kind: 'quiet' }, { caseId, now: morning, locale: 'ko' }, {})).toBe('event: gone\ndata: {}\n\n')
})
