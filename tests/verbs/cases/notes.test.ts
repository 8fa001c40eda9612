import { beforeAll, describe, expect, test } from 'vitest'
import { amendNote } from '#lib/cases/amend-note.ts'
import { noteOf } from '#lib/cases/note-queries.ts'
import { WriteNote, writeNote } from '#lib/cases/write-note.ts'
import { casePage } from '#lib/cases/queries.ts'
import { asActor } from '#lib/core/door.ts'
import { keepDraft, draftOf } from '#lib/drafts/drafts.ts'
import { newId } from '#lib/core/id.ts'
import { day, from, putCase, putConsent, putMember } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

const world = await makeWorld()
let caseId: string

beforeAll(async () => {
  caseId = await putCase(world, { child: '박이든', school: 'S2', lead: '강모아', leadAgency: 'S2', seen: null })
  await putMember(world, { caseId, staff: '임보라', agency: 'S1' })
  await putMember(world, { caseId, staff: '서강민', agency: 'ISS', relation: 'OBSERVER' })
  await putMember(world, { caseId, staff: '송가비', agency: 'S5', relation: 'OBSERVER' })
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  await putMember(world, { caseId, staff: '도서진', agency: 'NGO1' })
})

/** The lead, a colleague of another school, the school's lead, the office, a partner told of money alone, and somebody else. */
const readers = ['강모아', '임보라', '진서율', '문다희', '도서진', '윤채담'] as const
type Reader = (typeof readers)[number]

const write = (name: string, fields: object, at = morning) =>
  world.at(at, () => writeNote(world.as(name), WriteNote.parse({ caseId, body: '오늘 만났어요.', ...fields })))

const page = (name: string, at = morning) => world.at(at, () => casePage(world.as(name), caseId, {}, () => Promise.resolve(null)))
const bodies = async (name: string, at = morning) => ((await page(name, at))?.timeline.entries ?? []).flatMap(({ note }) => (note ? [note.body] : []))

describe('who reads a note', () => {
  const everybody: Reader[] = ['강모아', '임보라', '진서율', '문다희', '도서진']
  const cells: { layer: string; audience: string; domain: string; reads: Reader[] }[] = [
    { layer: 'PROGRESS', audience: 'TEAM', domain: 'ECON', reads: everybody },
    { layer: 'PLAN', audience: 'TEAM', domain: 'ECON', reads: everybody },
    { layer: 'PROGRESS', audience: 'TEAM', domain: 'GENERAL', reads: everybody },
    { layer: 'PROGRESS', audience: 'TEAM', domain: 'CARE', reads: ['강모아', '임보라', '진서율', '문다희'] },
    { layer: 'SENSITIVE', audience: 'TEAM', domain: 'ECON', reads: ['강모아', '임보라'] },
    { layer: 'SENSITIVE', audience: 'TEAM', domain: 'EMOTION', reads: ['강모아', '임보라'] },
    { layer: 'PROGRESS', audience: 'AGENCY', domain: 'ECON', reads: ['강모아', '진서율'] },
    { layer: 'SENSITIVE', audience: 'AGENCY', domain: 'ECON', reads: ['강모아'] },
    { layer: 'PROGRESS', audience: 'PRIVATE', domain: 'ECON', reads: ['강모아'] },
    { layer: 'SENSITIVE', audience: 'PRIVATE', domain: 'HEALTH', reads: ['강모아'] },
  ]

  test.each(cells)('$layer for $audience about $domain: $reads', async ({ layer, audience, domain, reads }) => {
    const body = `${layer} ${audience} ${domain}`
    await write('강모아', { body, layer, audience, domain })
    for (const reader of readers) {
      const inApp = (await bodies(reader)).includes(body)
      const { rowCount } = await world.sql(reader, 'select from notes where body = $1', [body])
      expect({ reader, inApp, inDatabase: rowCount === 1 }).toEqual({ reader, inApp: reads.includes(reader), inDatabase: reads.includes(reader) })
    }
  })

  test('a partner writes for the team, and inside her own agency the team does not read it', async () => {
    await write('도서진', { body: '재단에서 준비하고 있어요.' })
    await write('도서진', { body: '우리끼리 메모예요.', audience: 'AGENCY' })
    expect(await bodies('강모아')).toContain('재단에서 준비하고 있어요.')
    expect(await bodies('강모아')).not.toContain('우리끼리 메모예요.')
    expect(await bodies('도서진')).toContain('우리끼리 메모예요.')
  })
})

describe('writing', () => {
  test('who does not know the case finds none to write in, nor does somebody let in to look', async () => {
    await expect(write('윤채담', {})).rejects.toMatchObject({ status: 404 })
    await expect(write('송가비', {})).rejects.toMatchObject({ status: 403, message: 'cases.page.off.observer' })
    await expect(write('서강민', { body: '센터장이 남겨요.' })).resolves.toContain('/cases/')
  })

  test.each(['140521-3123456', '1405213123456', '140521 - 4123456', '번호는 991231–1234567이에요'])('a resident registration number is handed back: %s', async (body) => {
    await expect(write('강모아', { body })).rejects.toMatchObject({ status: 422, field: 'body' })
  })

  test('a telephone number and a case number are none', async () => {
    await expect(write('강모아', { body: '062-000-1234, 010-0000-1234, G-2026-0117, 20261124' })).resolves.toContain('/cases/')
  })

  test('seeing the child is kept on the case; an earlier meeting told later changes nothing', async () => {
    await write('강모아', { childSeen: 'on', happenedAt: '2026-11-23T16:40' })
    await write('임보라', { childSeen: 'on', happenedAt: '2026-11-20T10:00' })
    expect((await page('강모아'))?.head.childSeenAt).toEqual(new Date('2026-11-23T16:40:00+09:00'))
  })

  test('stands at the moment it happened, which is never in the future', async () => {
    const path = await write('강모아', { body: '사흘 전 일이에요.', happenedAt: '2026-11-21T10:00' })
    const entry = (await page('강모아'))?.timeline.entries.find(({ note }) => note?.body === '사흘 전 일이에요.')
    expect(entry?.at).toEqual(new Date('2026-11-21T10:00:00+09:00'))
    expect(path).toBe(`/cases/${caseId}#e-${entry?.id}`)
    await expect(write('강모아', { happenedAt: '2026-11-24T09:02' })).rejects.toMatchObject({ status: 422, field: 'happenedAt' })
  })

  test('what was being written is gone once it is sent', async () => {
    const name = { kind: 'note', subject: caseId } as const
    await asActor(world.as('강모아'), (tx) => keepDraft(tx, world.as('강모아'), name, newId(), { body: '쓰다 만' }))
    expect((await page('강모아'))?.draft?.fields).toEqual({ body: '쓰다 만' })
    await write('강모아', { body: '다 썼어요.' })
    expect(await asActor(world.as('강모아'), (tx) => draftOf(tx, world.as('강모아'), name))).toBeNull()
  })
})

describe('mending', () => {
  const later = from(day)

  async function written(body: string, name = '강모아'): Promise<string> {
    await write(name, { body })
    const { rows } = await world.owner('select id from notes where body = $1', [body])
    return (rows[0] as { id: string }).id
  }
  const amend = (name: string, noteId: string, body: string, at: Date, version = 1) => world.at(at, () => amendNote(world.as(name), { caseId, noteId, version, body }))
  const view = (name: string, noteId: string, at: Date) => world.at(at, () => asActor(world.as(name), (tx) => noteOf(tx, world.as(name), caseId, noteId)))

  test('one changes one’s own note within a day, and that shows', async () => {
    const id = await written('오타가 있어요')
    await amend('강모아', id, '오타를 고쳤어요', new Date(later.getTime() - 60_000))
    expect(await view('강모아', id, morning)).toMatchObject({ body: '오타를 고쳤어요', addenda: [] })
    expect((await page('임보라'))?.timeline.entries.find(({ note }) => note?.id === id)?.note?.mended).toBe(true)
  })

  test('of two who change it at once from two windows the slower is told', async () => {
    const id = await written('두 창에서')
    await amend('강모아', id, '먼저', morning)
    await expect(amend('강모아', id, '나중', morning)).rejects.toMatchObject({ status: 409 })
  })

  test('after a day it stays, and what is written stands beside it', async () => {
    const id = await written('하루가 지났어요')
    expect((await view('강모아', id, later))?.mendable).toBe(false)
    await amend('강모아', id, '덧붙여요', later)
    expect(await view('강모아', id, later)).toMatchObject({ body: '하루가 지났어요', addenda: [{ body: '덧붙여요', author: '강모아' }] })
    // The database's own rule, whatever the application thinks.
    for (const [moment, changed] of [[morning, 1], [later, 0]] as const) {
      const { rowCount } = await world.at(moment, () => world.sql('강모아', `update notes set body = 'x' where id = $1`, [id]))
      expect(rowCount).toBe(changed)
    }
  })

  test('somebody else’s note gets an addendum, read by the same people', async () => {
    await write('강모아', { body: '민감한 이야기예요.', layer: 'SENSITIVE', domain: 'EMOTION' })
    const { rows } = await world.owner(`select id from notes where body = '민감한 이야기예요.'`)
    const { id } = rows[0] as { id: string }
    await amend('임보라', id, '저도 들었어요.', morning)
    expect(await bodies('강모아')).toContain('저도 들었어요.')
    for (const reader of ['진서율', '문다희', '도서진']) {
      expect(await bodies(reader)).not.toContain('저도 들었어요.')
      expect(await view(reader, id, morning)).toBeNull()
      await expect(amend(reader, id, '나도', morning)).rejects.toMatchObject({ status: 404 })
    }
  })

  test('the office mends what it wrote though it is no member', async () => {
    const id = await written('센터에서 적어요', '문다희')
    await amend('문다희', id, '센터에서 고쳐요', morning)
    expect(await view('문다희', id, morning)).toMatchObject({ body: '센터에서 고쳐요' })
  })

  test('a registration number is not brought in by mending', async () => {
    const id = await written('번호는 없어요')
    await expect(amend('강모아', id, '140521-3123456', morning)).rejects.toMatchObject({ status: 422 })
  })
})
