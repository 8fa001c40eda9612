import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { actorOf } from '#lib/access/actor-of.ts'
import { openLink } from '#lib/access/account-links.ts'
import { setPasswordByLink } from '#lib/access/reset-password.ts'
import { signInWithPassword } from '#lib/access/sign-in.ts'
import { OfficeFile } from '#scripts/office/file.ts'
import { AddressTaken, setUpOffice } from '#scripts/office/set-up.ts'
import { connect, setDatabaseTime } from '#tests/database.ts'
import { morning } from '#tests/world.ts'

const owner = await connect('owner')
await setDatabaseTime(morning)
const example = () => OfficeFile.parse(JSON.parse(readFileSync('docs/office.example.json', 'utf8')))
const arrival = { address: '127.0.0.1', userAgent: undefined, chosen: undefined }
const count = async (table: string) => Number((await owner.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n)
const counts = async (tables: string[]) => {
  const all: number[] = []
  for (const table of tables) all.push(await count(table))
  return all
}

test('an office begins with a file: its people set a password by a link of their own, and who is approved and trained is inside', async () => {
  const { people, agencies } = await setUpOffice(owner, example(), { links: true })
  expect(agencies).toBe(4)
  const first = people.find(({ email }) => email === 'coordinator@office.example')
  const token = first?.token ?? ''
  await setPasswordByLink(token, 'seven lamps over the quiet harbour', '127.0.0.1')
  expect(await openLink(token), 'once').toBeNull()
  const entered = await signInWithPassword('Coordinator@office.example', 'seven lamps over the quiet harbour', arrival)
  const actor = 'key' in entered ? await actorOf(entered.key) : null
  expect(actor).toMatchObject({ role: 'COORDINATOR', agencyName: '하늘지원센터', inside: true, cleared: true })
  expect(await count('services')).toBeGreaterThan(60)
})

test('the same file again changes nothing and shows no link, until one has run out', async () => {
  const tables = ['offices', 'agencies', 'staff', 'accounts', 'handling_approvals', 'security_trainings', 'services', 'account_links']
  const before = await counts(tables)
  expect(await setUpOffice(owner, example(), { links: true })).toEqual({ agencies: 0, people: [], approvals: 0, trainings: 0 })
  expect(await counts(tables)).toEqual(before)
  await setDatabaseTime(new Date(morning.getTime() + 8 * 86_400_000))
  const { people } = await setUpOffice(owner, example(), { links: true })
  await setDatabaseTime(morning)
  // Everybody but who has set her password.
  expect(people.map(({ email }) => email).sort()).toEqual(example().people.map(({ email }) => email).filter((email) => email !== 'coordinator@office.example').sort())
  expect((await openLink(people[0]?.token ?? ''))?.purpose).toBe('INVITATION')
})

test('how long before its end a consent is got anew is said by the file, and stays where a later file is silent', async () => {
  const told = async (more: object) => {
    await setUpOffice(owner, OfficeFile.parse({ ...example(), office: { ...example().office, ...more } }), { links: false })
    return (await owner.query('select renewal_days from offices')).rows[0]
  }
  expect(await told({})).toEqual({ renewal_days: 30 })
  expect(await told({ renewalDays: 45 })).toEqual({ renewal_days: 45 })
  expect(await told({ renewalDays: undefined })).toEqual({ renewal_days: 45 })
  for (const renewalDays of [6, 181, 7.5]) expect(OfficeFile.safeParse({ ...example(), office: { ...example().office, renewalDays } }).success).toBe(false)
})

test('an address of another office is refused, and nothing of the file stays', async () => {
  const other = { ...example(), office: { code: 'OTHER', ko: '다른교육지원청', en: 'Another office', region: 'SAMPLE' } }
  await expect(setUpOffice(owner, other, { links: true })).rejects.toThrow(AddressTaken)
  expect(await count('offices')).toBe(1)
})

test.each([
  ['a role that does not exist', { people: [{ ...example().people[0], role: 'SUPERUSER' }] }],
  ['an agency that the file does not have', { people: [{ ...example().people[0], agency: 'nowhere' }] }],
  ['an address twice', { people: [example().people[0], example().people[0]] }],
  ['a field nobody knows', { surprise: true }],
])('%s is refused before anything is done', (_what, wrong) => {
  expect(OfficeFile.safeParse({ ...example(), ...wrong }).success).toBe(false)
})
