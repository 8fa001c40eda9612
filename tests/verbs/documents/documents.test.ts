import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDocument } from '#lib/cases/add-document.ts'
import { takeBackDocument } from '#lib/cases/take-back-document.ts'
import { asActor } from '#lib/core/door.ts'
import { env } from '#lib/core/env.ts'
import { DocumentFields } from '#lib/documents/document.ts'
import { inspectDocument } from '#lib/documents/inspect.ts'
import { keepDocument } from '#lib/documents/keep-document.ts'
import { documentsOf, papersOf } from '#lib/documents/queries.ts'
import { readDocument } from '#lib/documents/read-document.ts'
import { receiveFile } from '#lib/documents/receive.ts'
import { scan } from '#lib/documents/scanner.ts'
import { connect } from '#tests/database.ts'
import { workOff } from '#tests/verbs/jobs/run-job.ts'
import { opened } from '#tests/verbs/cases/cases.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'
import { startClamd } from './clamd.ts'

let world: World
let caseId: string
let photo: Buffer
const after = (hours: number) => new Date(morning.getTime() + hours * 3_600_000)
const pdf = (text = 'plain') => Buffer.from(`%PDF-1.7\n% 캐너리서류 ${text}\n%%EOF\n`)
const rows = async (text: string, values: unknown[] = []) => (await world.owner(text, values)).rows as Record<string, unknown>[]
const add = async (name: string, content: Uint8Array, { key = randomUUID(), file = '의견서.pdf', ...more }: { key?: string; file?: string; layer?: string; linked?: string } = {}) =>
  (await world.at(morning, () => addDocument(world.as(name), DocumentFields.parse({ caseId, kind: 'REPORT', ...more }), { name: file, content }, key))).split('#d-')[1] ?? ''
const read = (name: string, id: string, at = morning) => world.at(at, () => asActor(world.as(name), (tx) => readDocument(tx, world.as(name), id)))
const stateOf = async (id: string) => (await rows('select state, checked_how as how from documents where id = $1', [id]))[0]
const scannedBy = (address: string | undefined) => Object.assign(env(), { clamav: address && { host: '127.0.0.1', port: Number(address.split(':')[1]) } })

beforeAll(async () => {
  world = await makeWorld()
  caseId = await opened(world, { child: '노아린', lead: '류단우', by: '류단우', members: ['문다희', '반소담'] })
  photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#3a7' } }).jpeg().toBuffer()
})
afterAll(() => scannedBy(undefined))

describe('a picture', () => {
  let id: string

  test('is open to the team at once, and its reading is on record', async () => {
    id = await add('반소담', photo, { file: '캐너리이름.exe' })
    expect(await stateOf(id)).toEqual({ state: 'CLEAN', how: 'REDRAWN' })
    expect((await read('문다희', id)).mediaType).toBe('image/jpeg')
    expect(await rows(`select action, case_id, subject_id from audit_entries where subject_id = $1 and action = 'document.read'`, [id])).toEqual([{ action: 'document.read', case_id: caseId, subject_id: id }])
  })

  test('is named in no event, no audit entry and no job', async () => {
    for (const table of ['events', 'audit_entries', 'graphile_worker._private_jobs']) {
      expect((await rows(`select t::text as all from ${table} t`)).filter(({ all }) => String(all).includes('캐너리이름')), table).toEqual([])
    }
    expect(await rows(`select data from events where type = 'document.added'`)).toEqual([{ data: { documentId: id, kind: 'REPORT' } }])
  })

  test('does not exist for whoever has no part in the case, and for her its event does not either', async () => {
    for (const name of ['도서진', '노을기', '하도경', '오나린']) await expect(read(name, id), name).rejects.toThrow('core.refusal.notFound')
    await expect(read('문다희', randomUUID())).rejects.toThrow('core.refusal.notFound')
    await expect(read('문다희', '../../x')).rejects.toThrow('core.refusal.notFound')
    expect((await world.sql('도서진', 'select * from documents')).rowCount).toBe(0)
    expect((await world.sql('도서진', 'select * from document_bodies')).rowCount).toBe(0)
  })

  test('is taken back by whoever put it there, within a day: nobody opens it, and it stays', async () => {
    const take = (name: string, at = morning) => world.at(at, () => takeBackDocument(world.as(name), { caseId, documentId: id }))
    await expect(take('문다희')).rejects.toThrow('core.refusal.notFound')
    await expect(take('반소담', after(25))).rejects.toThrow('documents.refusal.tooLate')
    await take('반소담', after(1))
    await expect(take('반소담', after(1))).rejects.toThrow('documents.refusal.tooLate')
    await expect(read('반소담', id, after(1))).rejects.toThrow('core.refusal.notFound')
    expect((await world.sql('반소담', 'select * from document_bodies where document_id = $1', [id])).rowCount).toBe(0)
    expect((await rows('select count(*)::int as n from document_bodies where document_id = $1', [id]))[0]).toEqual({ n: 1 })
    expect((await world.at(after(1), () => asActor(world.as('문다희'), (tx) => documentsOf(tx, world.as('문다희'), caseId)))).find((line) => line.id === id)?.endedAt).toEqual(after(1))
  })
})

test('a document whose content is lost says so, and is not read', async () => {
  const id = await add('반소담', photo)
  const owner = await connect('superuser')
  await owner.query('begin; set local session_replication_role = replica')
  await owner.query('delete from document_bodies where document_id = $1', [id])
  await owner.query('commit')
  await expect(read('반소담', id)).rejects.toThrow('documents.notYet.LOST')
})

describe('a file that nobody has scanned', () => {
  test('is given to nobody, by the application or by the database', async () => {
    const id = await add('반소담', pdf())
    expect(await stateOf(id)).toEqual({ state: 'QUARANTINED', how: null })
    await expect(read('반소담', id)).rejects.toThrow('documents.notYet.QUARANTINED')
    expect((await world.sql('반소담', 'select * from document_bodies where document_id = $1', [id])).rowCount).toBe(0)
    await expect(world.sql('반소담', `update documents set state = 'CLEAN' where id = $1`, [id])).rejects.toThrow('permission denied')
  })

  test('is not called clean by whoever puts it there', async () => {
    const values = [world.ground.officeId, caseId, world.studentIds['노아린'], world.as('반소담').staffId, world.as('반소담').agencyId, morning]
    const put = (how: string) => world.sql('반소담', `insert into documents (id, office_id, case_id, student_id, kind, layer, name, media_type, bytes, sha256, state, checked_how, checked_at, uploaded_by_id, agency_id, at)
      values (gen_random_uuid(), $1, $2, $3, 'OTHER', 'PROGRESS', 'x.pdf', 'application/pdf', 1, '\\x00', 'CLEAN', '${how}', $6, $4, $5, $6)`, values)
    await expect(put('SCANNED')).rejects.toThrow('row-level security')
    await expect(put('REDRAWN')).rejects.toThrow('document_checked')
    await expect(put('ELSEWHERE')).rejects.toThrow('document_unchecked')
  })

  test('is open where the office says that it is scanned before it comes, and not where a scanner is set here', async () => {
    await world.owner('update offices set scanned_elsewhere = true')
    const id = await add('반소담', pdf('elsewhere'))
    expect(await stateOf(id)).toEqual({ state: 'CLEAN', how: 'ELSEWHERE' })
    expect(Buffer.from((await read('문다희', id)).content)).toEqual(pdf('elsewhere'))
    scannedBy('127.0.0.1:1')
    expect(await stateOf(await add('반소담', pdf('both')))).toEqual({ state: 'QUARANTINED', how: null })
    await world.owner('update offices set scanned_elsewhere = false')
    scannedBy(undefined)
  })
})

describe('the scanner', () => {
  test('lets through what it passes, sorts out what it finds, and of that nothing is kept', async () => {
    const clamd = await startClamd()
    await world.owner(`update documents set state = 'CLEAN', checked_how = 'SCANNED', checked_at = at where state = 'QUARANTINED'`)
    scannedBy(clamd.address)
    const [clean, bad] = [await add('반소담', pdf('x'.repeat(200_000))), await add('반소담', pdf('INFECTED'))]
    await workOff()
    expect(await stateOf(clean)).toEqual({ state: 'CLEAN', how: 'SCANNED' })
    expect(await stateOf(bad)).toEqual({ state: 'REFUSED', how: 'SCANNED' })
    expect(clamd.scanned.some((content) => Buffer.from(content, 'latin1').equals(pdf('x'.repeat(200_000))))).toBe(true)
    expect((await read('문다희', clean)).content).toHaveLength(pdf('x'.repeat(200_000)).length)
    await expect(read('반소담', bad)).rejects.toThrow('documents.notYet.REFUSED')
    expect(await rows('select * from document_bodies where document_id = $1', [bad])).toEqual([])
    await clamd.stop()
  })

  test('being down lets nothing through, and is asked again', async () => {
    const clamd = await startClamd()
    scannedBy(clamd.address)
    await clamd.stop()
    const id = await add('반소담', pdf('waits'))
    await workOff()
    expect(await stateOf(id)).toEqual({ state: 'QUARANTINED', how: null })
    const again = await startClamd()
    scannedBy(again.address)
    await world.owner(`select app.enqueue('document.scan-all')`)
    await workOff()
    expect(await stateOf(id)).toEqual({ state: 'CLEAN', how: 'SCANNED' })
    await again.stop()
  })

  test.each([['silent', 'does not answer'], ['full', 'size limit'], ['hangs up', /no answer|ECONNRESET|EPIPE|abort/], ['mumbles', 'no answer']] as const)('that is %s has passed nothing', async (manner, message) => {
    const clamd = await startClamd()
    clamd.behave(manner)
    await expect(scan({ host: '127.0.0.1', port: Number(clamd.address.split(':')[1]) }, pdf(), 200)).rejects.toThrow(message)
    await clamd.stop()
  })
})

describe('room', () => {
  test('ends where the office says: for a file, a case and the office', async () => {
    const say = (column: string, value: number | null) => world.owner(`update offices set ${column} = $1`, [value])
    await say('document_bytes', 20)
    await expect(add('반소담', pdf())).rejects.toThrow('documents.refusal.tooLargeHere')
    await say('document_bytes', 10_000_000)
    for (const [column, message] of [['document_case_bytes', 'documents.refusal.caseFull'], ['document_office_bytes', 'documents.refusal.officeFull']] as const) {
      await say(column, 30)
      await expect(add('반소담', pdf()), column).rejects.toThrow(message)
      await say(column, 1_000_000_000)
    }
  })

  test('a form with too much, with nothing, or broken off is told apart, and nothing of it is kept', async () => {
    const before = await rows('select count(*) from documents')
    const form = (parts: string, end = '--x--\r\n') => Readable.from([Buffer.from(parts + end)])
    const part = (name: string, content: string) => `--x\r\ncontent-disposition: form-data; name="${name}"; filename="${name}.pdf"\r\ncontent-type: application/pdf\r\n\r\n${content}\r\n`
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    await expect(receiveFile(headers, form(part('files', 'a'.repeat(500))), 100)).rejects.toThrow('documents.refusal.tooLarge')
    await expect(receiveFile(headers, form(part('a', 'a') + part('b', 'b')), 100)).rejects.toThrow('documents.refusal.several')
    await expect(receiveFile(headers, form(''), 100)).rejects.toThrow('documents.refusal.none')
    await expect(receiveFile(headers, form(part('files', 'a'), ''), 100)).rejects.toThrow('documents.refusal.aborted')
    await expect(receiveFile({ 'content-type': 'text/plain' }, form(''), 100)).rejects.toThrow('documents.refusal.aborted')
    expect((await receiveFile(headers, form(part('files', 'a')), 100)).content.toString()).toBe('a')
    expect(await rows('select count(*) from documents')).toEqual(before)
  })
})

test('a second press puts no second one there, and the same key with another file is refused', async () => {
  const key = randomUUID()
  await add('반소담', pdf('once'), { key })
  const before = await rows('select count(*) from documents')
  await expect(add('반소담', pdf('once'), { key })).rejects.toThrow('core.refusal.faster')
  await expect(add('반소담', pdf('other'), { key })).rejects.toThrow('core.refusal.otherContent')
  expect(await rows('select count(*) from documents')).toEqual(before)
})

test('what is in a document does not stand in the database', async () => {
  await add('반소담', pdf('needle'))
  expect((await rows('select box from document_bodies')).filter(({ box }) => (box as Buffer).includes('캐너리서류') || (box as Buffer).includes('%PDF'))).toEqual([])
})

test('a sensitive one is the team’s alone: not the school’s lead’s, not the centre’s', async () => {
  const id = await add('반소담', photo, { layer: 'SENSITIVE' })
  await read('문다희', id)
  for (const name of ['서강민', '한결우']) await expect(read(name, id), name).rejects.toThrow('core.refusal.notFound')
})

test('the signed paper of a consent is read by whoever may write one down for the child, and stays', async () => {
  const studentId = world.studentIds['노아린'] ?? ''
  const ready = await inspectDocument({ name: '동의서.jpg', content: photo })
  const keep = (name: string) => world.at(morning, () => asActor(world.as(name), (tx) => keepDocument(tx, world.as(name), { formId: null, studentId }, ready)))
  await expect(keep('도서진')).rejects.toThrow('core.refusal.notFound')
  const id = await keep('류단우')
  expect((await read('문다희', id)).name).toBe('동의서.jpg')
  expect(await world.at(morning, () => asActor(world.as('문다희'), (tx) => papersOf(tx, world.as('문다희'), studentId)))).toMatchObject([{ id, state: 'CLEAN' }])
  for (const name of ['노을기', '도서진', '하도경']) await expect(read(name, id), name).rejects.toThrow('core.refusal.notFound')
  expect((await world.sql('류단우', 'update documents set ended_at = app.now() where id = $1', [id])).rowCount).toBe(0)
})

test('nobody who is a relative reads one', async () => {
  const id = await add('반소담', photo)
  await world.owner(`insert into conflicts (id, office_id, staff_id, student_id, declared_by, declared_at) values (gen_random_uuid(), $1, $2, $3, $2, $4)`, [world.ground.officeId, world.as('문다희').staffId, world.studentIds['노아린'], morning])
  await expect(read('문다희', id)).rejects.toThrow('core.refusal.notFound')
  expect((await world.sql('문다희', 'select * from documents')).rowCount).toBe(0)
})
