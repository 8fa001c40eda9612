import { beforeAll, describe, expect, test } from 'vitest'
import { listHtml } from '#components/cases/list-rows.ts'
import { headHtml } from '#components/cases/head-html.ts'
import { timelineHtml } from '#components/timeline/timeline-html.ts'
import { caseList } from '#lib/cases/list.ts'
import { casePage } from '#lib/cases/queries.ts'
import { WriteNote, writeNote } from '#lib/cases/write-note.ts'
import { asActor } from '#lib/core/door.ts'
import { edgeText } from '#lib/core/edge.ts'
import { timelineFilters } from '#lib/timeline/filters.ts'
import { pageSize } from '#lib/timeline/queries.ts'
import { day, from, putCase, putConsent, putMember } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

const world = await makeWorld()
let caseId: string
const attack = `<img src=x onerror="alert('1')"> & </script>`

beforeAll(async () => {
  caseId = await putCase(world, { child: '박이든', school: 'S2', lead: '강모아', leadAgency: 'S2' })
  await putMember(world, { caseId, staff: '임보라', agency: 'S1' })
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  await putMember(world, { caseId, staff: '도서진', agency: 'NGO1' })
  await write('강모아', { body: '첫 만남', domain: 'ECON' }, -10 * day)
  await write('강모아', { body: '마음 건강', layer: 'SENSITIVE', domain: 'EMOTION' }, -8 * day)
  await write('임보라', { body: '돌봄', domain: 'CARE' }, -8 * day + 60_000)
  await write('임보라', { body: '돌봄 더', domain: 'CARE' }, -8 * day + 120_000)
  await write('강모아', { body: '나만의 메모', layer: 'SENSITIVE', audience: 'PRIVATE', domain: 'EMOTION' }, -7 * day)
  await write('도서진', { body: '주거비', domain: 'ECON' }, -day)
})

const write = (name: string, fields: object, ago: number) =>
  world.at(from(ago), () => writeNote(world.as(name), WriteNote.parse({ caseId, ...fields })))

async function page(name: string, query: Record<string, unknown> = {}) {
  const found = await world.at(morning, () => casePage(world.as(name), caseId, timelineFilters(query), () => Promise.resolve(null)))
  if (!found) throw new Error('no such case for her')
  return found
}
const bodies = async (name: string, query = {}) => (await page(name, query)).timeline.entries.map(({ note }) => note?.body)
const locks = async (name: string) => (await page(name)).timeline.locks.map(({ why }) => why)

describe('where the reader’s layer ends', () => {
  test('the team finds no lock, and of a private note nobody finds a hint', async () => {
    for (const name of ['강모아', '임보라']) expect(await locks(name)).toEqual([])
    for (const name of ['임보라', '진서율', '문다희', '도서진']) expect(await bodies(name)).not.toContain('나만의 메모')
  })

  test('school lead and office see that there is a sensitive entry, and that it is the team’s', async () => {
    for (const name of ['진서율', '문다희']) expect(await locks(name)).toEqual(['LAYER'])
  })

  test('a partner sees which consent is missing: to the sensitive, and to the items', async () => {
    expect(await locks('도서진')).toEqual(['ITEMS', 'ITEMS', 'LAYER_PARTNER'])
  })

  test('locks of one day and reason stand together, between the entries they lie between', async () => {
    const { timeline } = await page('도서진')
    const html = timelineHtml(timeline.entries, timeline.locks, { caseId, now: morning, locale: 'ko' })
    expect(html.match(/기록 2건 · 동의한 항목 밖이라 보이지 않아요/g)).toHaveLength(1)
    expect(html.indexOf('주거비')).toBeLessThan(html.indexOf('기록 2건'))
    expect(html.indexOf('기록 2건')).toBeLessThan(html.indexOf('첫 만남'))
    expect(html).not.toContain('마음 건강')
  })

  test('a filtered page speaks of no locks: they would tell what kind they are', async () => {
    expect((await page('도서진', { domain: 'ECON' })).timeline.locks).toEqual([])
  })
})

describe('filters', () => {
  test('by kind, agency and domain, alone and together', async () => {
    const { S1, S2, NGO1 } = world.ground.agencyIds
    expect(await bodies('강모아', { show: 'notes', agency: S1 })).toEqual(['돌봄 더', '돌봄'])
    expect(await bodies('강모아', { agency: NGO1, domain: 'ECON' })).toEqual(['주거비'])
    expect(await bodies('강모아', { domain: 'EMOTION', agency: S2 })).toEqual(['나만의 메모', '마음 건강'])
    expect(await bodies('강모아', { show: 'sharing' })).toEqual([])
  })

  test('a month leads to its end and what came before', async () => {
    expect(await bodies('강모아', { before: '2026-10' })).toEqual([])
    expect(await bodies('강모아', { before: '2026-11' })).toHaveLength(6)
  })

  test('what the address says and nobody understands is left out', async () => {
    expect(await bodies('강모아', { show: 'x', agency: '1', domain: `'--`, before: '2026-13' })).toHaveLength(6)
  })

  test('offers the agencies and domains there are for this reader', async () => {
    const { reach } = await page('도서진')
    expect(reach.agencies.map(({ name }) => name)).toEqual(['다온누리초', '한걸음나눔재단'])
    expect(reach.domains).toEqual(['ECON'])
  })
})

test('older pages bring every entry once, those of one moment too', async () => {
  for (let n = 0; n < pageSize + 20; n++) await write('강모아', { body: `같은 때 ${n}` }, -20 * day)
  const seen: string[] = []
  for (let before: string | undefined, pages = 0; pages < 5; pages++) {
    const { timeline } = await page('강모아', before ? { before } : {})
    seen.push(...timeline.entries.map(({ id }) => id))
    const last = timeline.entries.at(-1)
    if (!timeline.more || !last) break
    before = edgeText(last)
  }
  const { rows } = await world.owner('select count(*)::int as n from events where case_id = $1', [caseId])
  expect(seen).toHaveLength((rows[0] as { n: number }).n)
  expect(new Set(seen).size).toBe(seen.length)
})

test('nobody writes HTML into the page, neither by a note nor by a name', async () => {
  await write('강모아', { body: attack }, -60_000)
  await world.owner('update students set name = $1 where id = $2', [attack, world.studentIds['박이든']])
  await world.owner('update staff set name = $1 where id = $2', [attack, world.ground.staffIds['강모아']])
  await world.owner('update agencies set short_ko = $1 where id = $2', [attack, world.ground.agencyIds['S2']])
  await world.owner('update cases set next_action = $1 where id = $2', [attack, caseId])
  const { head, timeline } = await page('임보라')
  const list = await world.at(morning, () => asActor(world.as('임보라'), (tx) => caseList(tx, world.as('임보라'), {})))
  const made = [timelineHtml(timeline.entries, timeline.locks, { caseId, now: morning, locale: 'ko' }), headHtml(head, morning, 'ko'), listHtml(list.cases, morning, 'ko')]
  for (const html of made) {
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; &lt;/script&gt;')
    expect(html).not.toMatch(/<img|<\/script|onerror="/)
  }
})
