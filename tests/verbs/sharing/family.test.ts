import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { NotAllowed, NotFound } from '#lib/core/refusal.ts'
import { answerLink, openLink, readLink } from '#lib/sharing/family.ts'
import { issueForm } from '#lib/sharing/issue-form.ts'
import { openSignature } from '#lib/sharing/link-secret.ts'
import { endLink, sendLink } from '#lib/sharing/send-link.ts'
import { shownLink } from '#lib/sharing/shown-link.ts'
import { connect } from '#tests/database.ts'
import { day, from, putCase } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

/* A family answers F5 on a telephone: through a link that opens once, with a PIN, and leads to nothing else. */

const world = await makeWorld()
afterAll(closeIdentityDoor)
const { ground, guardianIds } = world
const child = '응우옌하린'
const NGO1 = ground.agencyIds['NGO1'] ?? ''
const MH = ground.agencyIds['MH'] ?? ''
const drawn = `data:image/png;base64,${(await sharp({ create: { width: 300, height: 120, channels: 3, background: '#fff' } }).composite([{ input: Buffer.from('<svg width="300" height="120"><path d="M10 90 L120 20 L200 100" stroke="#000" stroke-width="5" fill="none"/></svg>') }]).png().toBuffer()).toString('base64')}`
const blank = `data:image/png;base64,${(await sharp({ create: { width: 300, height: 120, channels: 3, background: '#fff' } }).png().toBuffer()).toString('base64')}`
let caseId: string
let formId: string

beforeAll(async () => {
  caseId = await putCase(world, { child, school: 'S3', lead: '윤채담', leadAgency: 'S3' })
  const path = await world.at(morning, () => issueForm(world.as('윤채담'), { caseId, recipients: [NGO1, MH], purpose: '생활비 지원', items: ['ECON', 'CARE'], sensitive: true, validUntil: '2027-02-28', language: 'vi' }))
  formId = path.split('/').at(-1) ?? ''
})
beforeEach(async () => {
  await world.owner('delete from consent_evidence; delete from consents')
  await world.owner('delete from sign_in_attempts')
})

async function sent(to = guardianIds[child] ?? ''): Promise<{ id: string; token: string; pin: string }> {
  const path = await world.at(morning, () => sendLink(world.as('윤채담'), { caseId, formId, to }))
  const id = new URL(path, 'http://x').searchParams.get('sent') ?? ''
  const shown = await world.at(morning, () => asActor(world.as('윤채담'), (tx) => shownLink(tx, id)))
  return { id, ...(shown ?? { token: '', pin: '' }) }
}
const at = <T>(deed: () => Promise<T>, moment = morning) => world.at(moment, deed)
async function opened(to?: string) {
  const link = await sent(to)
  const result = await at(() => openLink(link.token, link.pin, '192.0.2.9'))
  return { ...link, key: result && 'key' in result ? result.key : '' }
}
const yes = { [`agrees-${NGO1}`]: 'yes', [`sensitive-${NGO1}`]: 'no', [`agrees-${MH}`]: 'no', confirmed: 'on', relation: 'mẹ', signature: drawn }

test('address and PIN are seen by whoever sent them, for ten minutes, and stand nowhere in the database', async () => {
  const { id, token, pin } = await sent()
  expect([token.length, pin.length]).toEqual([43, 6])
  const see = (name: string, moment = morning) => at(() => asActor(world.as(name), (tx) => shownLink(tx, id)), moment)
  expect(await see('문다희')).toBeNull()
  expect(await see('윤채담', from(11 * 60_000))).toBeNull()
  const { rows } = await world.owner('select l::text as row from consent_links l where id = $1', [id])
  for (const secret of [token, pin, Buffer.from(token).toString('hex')]) expect(rows[0].row).not.toContain(secret)
  expect(rows[0].row).toContain(createHash('sha256').update(token).digest('hex'))
  await expect(world.sql('윤채담', 'select token_hash from consent_links')).rejects.toThrow('permission denied')
})

test('before the PIN nothing is read; with it, in that browser alone and for an hour, the one form and nothing beside it', async () => {
  const link = await opened()
  expect(await at(() => readLink(link.token, 'x'.repeat(43)))).toBeNull()
  expect(await at(() => readLink(link.token, link.key), from(61 * 60_000))).toBeNull()
  const form = await at(() => readLink(link.token, link.key))
  expect(form).toMatchObject({ subject: 'GUARDIAN', student: child, language: 'vi', confirms: true })
  expect(form?.lines.map(({ recipientId }) => recipientId).toSorted()).toEqual([NGO1, MH].toSorted())
  expect(Object.keys(form ?? {}).toSorted()).toEqual(['birthDate', 'confirms', 'guardian', 'id', 'language', 'lines', 'number', 'school', 'student', 'subject', 'wording'])
})

test('an unknown, ended, used or expired link, a wrong PIN and a form that is no link at all get the same answer', async () => {
  const ended = await sent()
  await at(() => endLink(world.as('윤채담'), { caseId, linkId: ended.id }))
  const late = await sent()
  const tries = [
    () => openLink('x'.repeat(43), '123456', 'a'), () => openLink('nothing', '123456', 'b'), () => openLink(ended.token, ended.pin, 'c'), () => openLink(late.token, '', 'd'),
  ]
  for (const attempt of tries) expect(await at(attempt)).toBeNull()
  expect(await at(() => openLink(late.token, late.pin, 'e'), from(7 * day))).toBeNull()
})

test('five wrong PINs and the link is dead, whatever comes then; how often is counted for an address too', async () => {
  const { id, token, pin } = await sent()
  const wrong = pin === '000000' ? '111111' : '000000'
  for (let n = 0; n < 5; n++) expect(await at(() => openLink(token, wrong, '192.0.2.7'))).toBeNull()
  expect(await at(() => openLink(token, pin, '192.0.2.8'))).toBeNull()
  const { rows } = await world.owner('select tries from consent_links where id = $1', [id])
  expect(rows).toEqual([{ tries: 5 }])
  const audited = await world.owner(`select action, outcome, address from audit_entries where subject_id = $1 and action = 'link.refused'`, [id])
  expect(audited.rows).toHaveLength(5)
  for (let n = 0; n < 10; n++) await at(() => openLink(token, wrong, '192.0.2.7'))
  expect(await at(() => openLink(token, wrong, '192.0.2.7'))).toMatchObject({ waitMinutes: expect.any(Number) })
})

test('the answer is written down as the family’s, line by line, with what it read, what it signed and who sent it; once', async () => {
  const link = await opened()
  expect(await at(() => answerLink(link.token, link.key, 'vi', yes, '192.0.2.9'))).toBe('ANSWERED')
  const { rows } = await world.owner(`select recipient_id, state, items, sensitive, evidence_kind, wording, language, verified_how, recorded_by_id, octet_length(hash) as hashed, guardian_id from consents join consent_evidence on consent_id = id order by state`)
  const common = { evidence_kind: 'ELECTRONIC', wording: '2026-1', language: 'vi', verified_how: 'CALL_BACK', recorded_by_id: ground.staffIds['윤채담'], hashed: 32, guardian_id: guardianIds[child], sensitive: false }
  expect(rows).toEqual([{ ...common, recipient_id: NGO1, state: 'GRANTED', items: ['ECON', 'CARE'] }, { ...common, recipient_id: MH, state: 'REFUSED', items: [] }])
  const { rows: [signature] } = await world.owner('select box, hash from consent_signatures where link_id = $1', [link.id])
  const signed = await openSignature(signature.box, link.id)
  expect(createHash('sha256').update(signed ?? '').digest()).toEqual(signature.hash)
  expect(JSON.parse(signed ?? '{}')).toMatchObject({ kind: 'DRAWN', relation: 'mẹ', tongue: 'vi' })
  expect(await at(() => answerLink(link.token, link.key, 'vi', yes, ''))).toBeNull()
  expect(await at(() => readLink(link.token, link.key))).toBeNull()
  expect(await at(() => openLink(link.token, link.pin, ''))).toBeNull()
  const events = await world.owner(`select count(*)::int as n from events where case_id = $1 and type = 'consent.recorded' and actor_id is null`, [caseId])
  expect(events.rows).toEqual([{ n: 2 }])
  const told = await world.owner(`select payload ->> 'staffId' as who from graphile_worker._private_jobs where payload ->> 'kind' = 'consent.answered'`)
  expect(told.rows).toEqual([{ who: ground.staffIds['윤채담'] }])
})

test('what is missing is said field by field, and nothing is written down', async () => {
  const link = await opened()
  const missing = (answers: Record<string, string>) => at(() => answerLink(link.token, link.key, 'vi', answers, ''))
  expect(await missing({})).toEqual({ [`agrees-${NGO1}`]: 'needAnswer', [`agrees-${MH}`]: 'needAnswer', relation: 'needConfirm', typed: 'needSign' })
  expect(await missing({ ...yes, [`sensitive-${NGO1}`]: '' })).toEqual({ [`sensitive-${NGO1}`]: 'needAnswer' })
  expect(await missing({ ...yes, signature: blank })).toEqual({ typed: 'needSign' })
  expect(await missing({ ...yes, signature: `data:image/png;base64,${Buffer.from('<svg>'.repeat(40)).toString('base64')}` })).toEqual({ typed: 'needSign' })
  expect(await missing({ ...yes, confirmed: '' })).toEqual({ relation: 'needConfirm' })
  expect((await world.owner('select 1 from consents')).rowCount).toBe(0)
  expect(await missing({ ...yes, signature: '', typed: 'Nguyen Thi Lan', typedConfirmed: 'on' })).toBe('ANSWERED')
})

test('two presses at once answer once', async () => {
  const link = await opened()
  const both = await at(() => Promise.all([answerLink(link.token, link.key, 'vi', yes, ''), answerLink(link.token, link.key, 'vi', yes, '')]))
  expect(both.filter((one) => one === 'ANSWERED')).toHaveLength(1)
  expect(both).toContain(null)
  expect((await world.owner('select 1 from consents')).rowCount).toBe(2)
})

test('the way in is the sign-in role’s alone, and it is all that role learns of a child', async () => {
  const auth = await connect('auth')
  for (const table of ['consent_links', 'consent_forms', 'consent_form_lines', 'consent_signatures', 'consents', 'students']) await expect(auth.query(`select from ${table}`)).rejects.toThrow('permission denied')
  await expect(world.sql('윤채담', `select app.open_link('\\x00', '\\x00', '\\x00', '')`)).rejects.toThrow('permission denied')
  await expect(world.sql('윤채담', `select app.answer_link('\\x00', '\\x00', 'ko', '{}', 'DRAWN', '', '\\x00', '')`)).rejects.toThrow('permission denied')
})

test('a form and its links are made by those who record consents for the child, for agencies that need one and guardians of hers', async () => {
  const form = { caseId, recipients: [NGO1], purpose: '지원', items: ['ECON' as const], validUntil: '2027-02-28', language: 'ko' as const }
  await expect(at(() => issueForm(world.as('도서진'), form))).rejects.toBeInstanceOf(NotAllowed)
  await expect(at(() => issueForm(world.as('송가비'), form))).rejects.toBeInstanceOf(NotFound)
  await expect(at(() => issueForm(world.as('윤채담'), { ...form, recipients: [ground.agencyIds['WEE'] ?? ''] }))).rejects.toMatchObject({ message: 'sharing.refusal.insideCircle' })
  await expect(at(() => sendLink(world.as('송가비'), { caseId, formId, to: 'STUDENT' }))).rejects.toBeInstanceOf(NotFound)
  await expect(at(() => sendLink(world.as('윤채담'), { caseId, formId, to: guardianIds['박이든'] ?? '' }))).rejects.toMatchObject({ field: 'to' })
  for (const name of ['도서진', '송가비', '노을기', '차시온', '하도경']) expect((await world.sql(name, 'select id from consent_forms')).rowCount).toBe(0)
})
