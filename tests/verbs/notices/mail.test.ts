import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closePost } from '#lib/notices/post.ts'
import { acceptIntervention } from '#lib/interventions/accept-intervention.ts'
import { declineIntervention } from '#lib/interventions/decline-intervention.ts'
import { noteOverdue } from '#lib/jobs/note-overdue.ts'
import { submitReferral } from '#lib/referrals/submit-referral.ts'
import { cast } from '#prisma/seed/cast.ts'
import { ask, openCaseOfIdeun } from '#tests/verbs/interventions/ask.ts'
import { asJobs, workOff } from '#tests/verbs/jobs/run-job.ts'
import { putConsent } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

interface Mail {
  to: string
  raw: string
}

/** A real peer that keeps what it is given; it can refuse a mailbox. */
const box: Mail[] = []
const full = new Set<string>()
const peer = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) => done(full.has(address) ? new Error('mailbox full') : null),
  onData(stream, session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      box.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), raw: Buffer.concat(chunks).toString('utf8') })
      done()
    })
  },
})

peer.listen(0, '127.0.0.1')
await once(peer.server, 'listening')
const { port } = peer.server.address() as AddressInfo
Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Hanai <hanai@demo.example>', HANAI_URL: 'https://hanai.example.kr' })

const world = await makeWorld()
let caseId: string

beforeAll(async () => {
  caseId = await openCaseOfIdeun(world)
  await putConsent(world, '박이든', 'D1', ['ECON'])
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
})
beforeEach(() => {
  box.length = 0
  full.clear()
})
afterAll(async () => {
  closePost()
  await new Promise<void>((done) => peer.close(() => done()))
})

const address = (name: string) => cast.find((one) => one.name === name)?.email ?? ''
const addressesOf = (...names: string[]) => names.map(address).sort()
const received = () => box.map(({ to }) => to).sort()
const texts = () => box.map(({ raw }) => decode(raw))

/** What its reader reads: header words and the body, decoded. */
function decode(raw: string): string {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const headers = head.replace(/=\?UTF-8\?(B|Q)\?([^?]+)\?=/gi, (_, how: string, text: string) =>
    how.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('utf8') : quoted(text.replaceAll('_', ' ')))
  const text = body.join('\r\n\r\n')
  return `${headers}\n${/base64/i.test(head) ? Buffer.from(text, 'base64').toString('utf8') : quoted(text)}`
}
const quoted = (text: string) => Buffer.from(text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8')

test('asked by its queue, those who lead the agency are told; where nobody leads, all of it', async () => {
  await ask(world, caseId, 'NGO1')
  await workOff()
  expect(received()).toEqual([address('피하윤')])
  await ask(world, caseId, 'D1')
  await workOff()
  expect(received()).toEqual(addressesOf('정하람', '피하윤'))
})

test('the one who asked is told of the answer, in her language, with a link and a number', async () => {
  await world.owner(`update accounts set locale = 'en' where staff_id = $1`, [world.ground.staffIds['강모아']])
  const id = await ask(world, caseId, 'D1', { staffId: world.ground.staffIds['정하람'] })
  await world.at(morning, () => acceptIntervention(world.as('정하람'), { interventionId: id, answer: '박이든 학생 집에 목요일에 갈게요.' }))
  await workOff()
  expect(received()).toEqual(addressesOf('강모아', '정하람'))
  const english = texts().find((text) => text.includes('[Hanai]'))
  expect(english).toContain('Your request for support was answered')
  expect(english).toContain(`https://hanai.example.kr/interventions/${id}`)
  expect(english).toContain(id.slice(-8).toUpperCase())
})

test('no letter holds a name, a number or a word about a child', async () => {
  const id = await ask(world, caseId, 'NGO1', { at: morning })
  await world.at(new Date('2026-11-30T09:00:00+09:00'), () => asJobs(noteOverdue))
  await world.at(morning, () => declineIntervention(world.as('도서진'), { interventionId: id, code: 'NO_CAPACITY', answer: '이든이 집은 멀어요.' }))
  await world.at(morning, () => submitReferral(world.as('고은별'), {
    studentId: world.studentIds['서지우'] ?? '', concerns: ['DEPRESSION'], sentence: '지우가 손목에 상처가 있어요.', urgency: 'TODAY', relation: '담임', requestedBy: 'STAFF', wishes: '',
    welfare: [], family: [], status: [],
  }))
  await workOff()
  expect(box.length).toBeGreaterThanOrEqual(4)

  const { rows } = await world.owner('select name, name_en, phone, birth_date::text as born from students')
  const children = (rows as { name: string; name_en: string | null; phone: string | null; born: string | null }[]).flatMap((row) => [row.name, row.name.slice(1), row.name_en, row.phone, row.born])
  const { rows: cases } = await world.owner('select number from cases union select number from referrals')
  const forbidden = [...children, ...(cases as { number: string }[]).map(({ number }) => number), '전기', '상처', '집', '멀어요', '경제', '우울', ...cast.map(({ name }) => name)]
  for (const text of texts()) for (const word of forbidden) expect(word === null || !text.includes(word) ? [] : [word, text]).toEqual([])
})

test('a full mailbox is tried again and makes nobody else hear it twice', async () => {
  full.add(address('피하윤'))
  await world.owner(`update staff set role = 'PARTNER_LEAD' where id = $1`, [world.ground.staffIds['도서진']])
  await ask(world, caseId, 'NGO1')
  await workOff()
  expect(received()).toEqual([address('도서진')])
  full.clear()
  // That it failed is written down a moment after the queue says it is done; then its time to try again comes at once.
  const soon = 'update graphile_worker._private_jobs set run_at = now() where last_error is not null'
  await expect.poll(async () => (await world.owner(soon)).rowCount).toBe(1)
  await workOff()
  expect(received()).toEqual(addressesOf('도서진', '피하윤'))
  await world.owner(`update staff set role = 'PARTNER_WORKER' where id = $1`, [world.ground.staffIds['도서진']])
})

test('what waits to be sent is not sent twice; who has left or cannot sign in gets nothing; a deputy stands in', async () => {
  const staffId = world.ground.staffIds['도서진']
  await world.owner(`update staff set deputy_id = $1, leave_until = $3 where id = $2`, [world.ground.staffIds['피하윤'], staffId, new Date('2026-12-02T00:00:00+09:00')])
  await ask(world, caseId, 'NGO1', { staffId })
  await workOff()
  expect(received()).toEqual(addressesOf('도서진', '피하윤'))

  box.length = 0
  await world.owner('update staff set deputy_id = null, leave_until = null where id = $1', [staffId])
  await world.owner('update accounts set deactivated_at = now() where staff_id = $1', [staffId])
  await ask(world, caseId, 'NGO1', { staffId })
  await workOff()
  expect(received()).toEqual([])
})
