import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TOTP, Secret } from 'otpauth'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { actorOf } from '#lib/access/actor-of.ts'
import { changePassword } from '#lib/access/change-password.ts'
import { entering, wayIn, type Entering } from '#lib/access/entering.ts'
import { newCodes, removeApp } from '#lib/access/factor-deeds.ts'
import { ownFactors } from '#lib/access/own-factors.ts'
import { prove } from '#lib/access/prove.ts'
import { codesToShow, hideCodes } from '#lib/access/recovery-codes.ts'
import { askReset, setPasswordByLink } from '#lib/access/reset-password.ts'
import { showSecond } from '#lib/access/show-second.ts'
import { signInWithIdentity, signInWithPassword, type Arrival } from '#lib/access/sign-in.ts'
import { beginTotp, confirmTotp, totpToSetUp } from '#lib/access/totp.ts'
import { asActor } from '#lib/core/door.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { requests } from '#lib/core/request.ts'
import { cast, demoPassword } from '#prisma/seed/cast.ts'
import { setDatabaseTime } from '#tests/database.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { post, tokenFor } from './mailbox.ts'

const folder = mkdtempSync(join(tmpdir(), 'hanai-keys-'))
process.env['HANAI_KEYS'] = join(folder, 'keys.json')
const world = await makeWorld()
const emailOf = (name: string) => cast.find((member) => member.name === name)?.email ?? ''
const from = (address = '10.1.2.3'): Arrival => ({ address, userAgent: 'a browser', chosen: undefined })
const person = '윤채담'
const later = (seconds: number) => new Date(morning.getTime() + seconds * 1_000)
const at = <T>(seconds: number, deed: () => Promise<T>) => world.at(later(seconds), deed)

beforeEach(async () => {
  await setDatabaseTime(morning)
  for (const table of ['totp_factors', 'recovery_codes', 'sign_in_attempts', 'account_links']) await world.owner(`delete from ${table}`)
  await world.owner(`delete from sessions where method in ('PASSWORD', 'OIDC')`)
  await world.owner(`update offices set second_factor_roles = '{}', second_factor_inside = '{}', one_session_roles = '{}'`)
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await closeIdentityDoor()
})

/** A key by password alone. */
async function keyOf(name = person, address = '10.1.2.3', password = demoPassword): Promise<string> {
  const result = await signInWithPassword(emailOf(name), password, from(address))
  if (!('key' in result)) throw new Error('was not let in')
  return result.key
}
async function who(key: string): Promise<Entering> {
  const found = await entering(key)
  if (!found) throw new Error('nobody')
  return found
}
const opens = async (key: string) => [(await actorOf(key)) !== null, (await asActor({ sessionKey: key }, (tx) => tx.staff.count())) > 0]
const codeAt = (letters: string, seconds: number) => new TOTP({ secret: Secret.fromBase32(letters.replaceAll(' ', '')) }).generate({ timestamp: later(seconds).getTime() })

/** Sets up an app and returns how to read its codes, with the recovery codes. */
async function withApp(name = person): Promise<{ code: (seconds: number) => string; codes: string[]; key: string }> {
  const key = await keyOf(name)
  const self = await who(key)
  await beginTotp(self)
  const { letters = '', uri = '' } = (await totpToSetUp(self)) ?? {}
  expect(uri).toMatch(/^otpauth:\/\/totp\//)
  await at(-600, () => expect(confirmTotp(self, '000000', '')).rejects.toThrow('accounts.second.wrong'))
  await at(-600, () => confirmTotp(self, codeAt(letters, -600), ''))
  const codes = await codesToShow(self)
  await setDatabaseTime(morning)
  return { code: (seconds) => codeAt(letters, seconds), codes, key }
}

describe('codes of an app', () => {
  test('once set up they are asked: the password alone opens nothing, and the code opens it', async () => {
    const { code, key: first } = await withApp()
    await setDatabaseTime(morning)
    const key = await keyOf()
    expect([await opens(first), await opens(key), await wayIn(key, '/cases')]).toEqual([[true, true], [false, false], '/sign-in/second?next=%2Fcases'])
    await at(0, async () => showSecond(await who(key), { code: code(0), answer: '' }, ''))
    expect([await opens(key), await wayIn(key, '/cases')]).toEqual([[true, true], '/cases'])
  })

  test('each counts once, also when several come at the same moment; one before it does not count any more', async () => {
    const { code } = await withApp()
    const keys = [await keyOf(), await keyOf(), await keyOf()]
    const tried = await at(60, () => Promise.allSettled(keys.map(async (key) => showSecond(await who(key), { code: code(60), answer: '' }, ''))))
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const another = await keyOf()
    for (const old of [30, 60]) await at(61, async () => expect(showSecond(await who(another), { code: code(old), answer: '' }, '')).rejects.toThrow('accounts.second.wrong'))
    await at(95, async () => showSecond(await who(another), { code: code(90), answer: '' }, ''))
    expect(await opens(another)).toEqual([true, true])
  })

  test.each([[-60, false], [-30, true], [0, true], [30, true], [60, false]])('a clock %i seconds off: %s', async (off, fits) => {
    const { code } = await withApp()
    const key = await keyOf()
    const shown = at(0, async () => showSecond(await who(key), { code: code(off), answer: '' }, ''))
    await (fits ? shown : expect(shown).rejects.toThrow('accounts.second.wrong'))
    expect(await opens(key)).toEqual([fits, fits])
  })

  test('guessing slows down like at the password, and a right password gives no try back', async () => {
    const { code } = await withApp()
    for (let tried = 0; tried < 10; tried++) await at(0, async () => expect(showSecond(await who(await keyOf()), { code: '123456', answer: '' }, '10.9.9.9')).rejects.toThrow('accounts.second.wrong'))
    await at(0, async () => expect(showSecond(await who(await keyOf()), { code: code(0), answer: '' }, '10.9.9.9')).rejects.toThrow('access.proof.wait'))
    await at(16 * 60, async () => showSecond(await who(await keyOf()), { code: code(16 * 60), answer: '' }, '10.9.9.9'))
  })

  test('a session by password alone waits a quarter of an hour for its code, then it is none', async () => {
    const { code } = await withApp()
    const key = await keyOf()
    await at(16 * 60, async () => expect(await entering(key)).toBeNull())
    expect(code(0)).toHaveLength(6)
  })

  test('the secret is not in the database', async () => {
    const key = await keyOf()
    await beginTotp(await who(key))
    const { letters = '' } = (await totpToSetUp(await who(key))) ?? {}
    const { rows } = await world.owner('select box from totp_factors')
    expect(JSON.stringify(rows)).not.toContain(letters.replaceAll(' ', ''))
    expect((rows[0] as { box: string }).box.split('.')).toHaveLength(5)
  })

  test('they prove once more who it is, as well as the password', async () => {
    const { code, key } = await withApp()
    const actor = await actorOf(key)
    if (!actor) throw new Error('nobody')
    await at(25 * 60, () => actorOf(key))
    await at(30 * 60, () => expect(prove(actor, '000000')).rejects.toThrow('access.proof.wrong'))
    await at(30 * 60, () => prove(actor, code(30 * 60)))
    await at(39 * 60, () => prove(actor, ''))
    await at(41 * 60, () => expect(prove(actor, code(30 * 60))).rejects.toThrow('access.proof.wrong'))
    await at(41 * 60, () => prove(actor, demoPassword))
  })
})

describe('recovery codes', () => {
  test('ten, shown until they are kept, each good once, and hashed', async () => {
    const { codes, key } = await withApp()
    expect([codes.length, new Set(codes).size, codes.every((code) => /^([a-z2-9]{4}-){3}[a-z2-9]{4}$/.test(code))]).toEqual([10, 10, true])
    expect(JSON.stringify((await world.owner('select * from recovery_codes')).rows)).not.toContain(codes[0])
    await hideCodes(await who(key))
    expect(await codesToShow(await who(key))).toEqual([])
    const next = await keyOf()
    await showSecond(await who(next), { code: ` ${codes[3]?.toUpperCase().replaceAll('-', ' ')}`, answer: '' }, '')
    expect(await opens(next)).toEqual([true, true])
    await expect(showSecond(await who(await keyOf()), { code: codes[3] ?? '', answer: '' }, '')).rejects.toThrow('accounts.second.wrong')
  })

  test('new ones make the old ones worthless', async () => {
    const { codes, key } = await withApp()
    const actor = await actorOf(key)
    if (!actor) throw new Error('nobody')
    await newCodes(actor, { password: demoPassword })
    await expect(showSecond(await who(await keyOf()), { code: codes[0] ?? '', answer: '' }, '')).rejects.toThrow('accounts.second.wrong')
    const fresh = await codesToShow(await who(key))
    await showSecond(await who(await keyOf()), { code: fresh[0] ?? '', answer: '' }, '')
    expect((await asActor(actor, ownFactors)).codesLeft).toBe(9)
  })
})

describe('where the office asks a second factor', () => {
  test('by role: a session by password alone opens nothing but the way to set one up', async () => {
    const key = await keyOf()
    expect(await opens(key)).toEqual([true, true])
    await world.owner(`update offices set second_factor_roles = '{COUNSELOR}'`)
    expect([await opens(key), await wayIn(key, '/')]).toEqual([[false, false], '/sign-in/set-up'])
    expect(await opens(await keyOf('문다희'))).toEqual([true, true])
    const self = await who(key)
    await beginTotp(self)
    expect(await opens(key)).toEqual([false, false])
    const { letters = '' } = (await totpToSetUp(self)) ?? {}
    await at(0, () => confirmTotp(self, codeAt(letters, 0), ''))
    expect([await opens(key), await wayIn(key, '/')]).toEqual([[true, true], '/'])
  })

  test.each([['10.1.2.3', true], ['10.2.0.1', false], ['2001:db8::7', true], ['2001:db9::7', false], ['unknown', false], ['', false]])('by network: from %s the password is enough: %s', async (address, enough) => {
    await world.owner(`update offices set second_factor_inside = '{10.1.0.0/16,2001:db8::/32}'`)
    expect(await opens(await keyOf(person, address))).toEqual([enough, enough])
  })

  test('by network at each request: signed in within, she carries it out and it opens nothing until she shows a second one', async () => {
    await world.owner(`update offices set second_factor_inside = '{10.1.0.0/16}'`)
    const [key, actor] = [await keyOf(), world.as(person)]
    const from = <T>(address: string, deed: () => Promise<T>) => requests.run({ id: '', address, document: false, prepared: [] }, deed)
    expect(await from('10.1.9.9', () => opens(key))).toEqual([true, true])
    expect(await from('203.0.113.9', () => opens(key))).toEqual([false, false])
    expect(await from('203.0.113.9', () => wayIn(key, '/'))).toBe('/sign-in/set-up')
    expect(await from('10.1.9.9', () => wayIn(key, '/'))).toBe('/')
    // Shown once, it goes everywhere with her; the service's own work comes from nowhere.
    const strong = await withApp()
    await at(0, async () => showSecond(await who(await keyOf()), { code: strong.code(0), answer: '' }, ''))
    expect(await from('203.0.113.9', () => opens(strong.key))).toEqual([true, true])
    expect((await asActor(actor, (tx) => tx.staff.count())) > 0).toBe(true)
  })

  test('the last factor stays, where none is asked it may go, with its codes', async () => {
    const { key } = await withApp()
    await world.owner(`update offices set second_factor_roles = '{COUNSELOR}'`)
    const actor = await actorOf(key)
    if (!actor) throw new Error('nobody')
    await expect(removeApp(actor, { password: demoPassword })).rejects.toThrow('accounts.refusal.lastFactor')
    expect(await asActor(actor, ownFactors)).toMatchObject({ codesLeft: 10, required: true })
    await world.owner(`update offices set second_factor_roles = '{}'`)
    await removeApp(actor, { password: demoPassword })
    expect(await asActor(actor, ownFactors)).toMatchObject({ appSince: null, codesLeft: 0 })
    expect(await opens(await keyOf())).toEqual([true, true])
  })

  test('a provider that has asked one itself is believed where it is configured', async () => {
    await world.owner(`update offices set second_factor_roles = '{COUNSELOR}'`)
    const enter = async (strong: boolean) => {
      const result = await signInWithIdentity('https://idp.example', 'sub-9', emailOf(person), from(), strong)
      return 'key' in result ? opens(result.key) : undefined
    }
    expect([await enter(false), await enter(true)]).toEqual([[false, false], [true, true]])
  })
})

test('a new password by mail leaves the second factor, which is still asked: no session from the letter', async () => {
  const { code, key } = await withApp('남기훈')
  await post()
  await askReset(emailOf('남기훈'), '10.1.2.3')
  await setPasswordByLink(await tokenFor(emailOf('남기훈')), 'four horses under a green moon', '10.1.2.3')
  expect(await opens(key)).toEqual([false, false])
  const next = await keyOf('남기훈', '10.1.2.3', 'four horses under a green moon')
  expect(await opens(next)).toEqual([false, false])
  await at(0, async () => showSecond(await who(next), { code: code(0), answer: '' }, ''))
  expect(await opens(next)).toEqual([true, true])
})

describe('one person in two places', () => {
  test('is written down for her and for the privacy officer', async () => {
    const here = await keyOf(person, '10.1.2.3')
    const there = await keyOf(person, '203.0.113.9')
    expect([await opens(here), await opens(there)]).toEqual([[true, true], [true, true]])
    const actor = await actorOf(here)
    expect(actor && (await asActor(actor, ownFactors)).concurrent).toMatchObject([{ address: '203.0.113.9' }])
    expect(await asActor(world.as('노을기'), (tx) => tx.auditEntry.count({ where: { action: 'session.concurrent', staffId: world.as(person).staffId } }))).toBe(1)
  })

  test('ends the first where the office allows one session at a time, but not by a password alone', async () => {
    const { code, key: here } = await withApp()
    await world.owner(`update offices set one_session_roles = '{COUNSELOR}'`)
    const there = await keyOf(person, '203.0.113.9')
    expect(await opens(here)).toEqual([true, true])
    await at(0, async () => showSecond(await who(there), { code: code(0), answer: '' }, '203.0.113.9'))
    expect([await opens(here), await opens(there)]).toEqual([[false, false], [true, true]])
    expect((await world.owner(`select end_reason from sessions where ended_at is not null and staff_id = $1`, [world.as(person).staffId])).rows).toEqual([{ end_reason: 'SIGNED_IN_ELSEWHERE' }])
    expect(await opens(world.as(person).sessionKey)).toEqual([true, true])
  })
})

test('what was not begun is not ended, nothing shown is no second factor, and guessing the present password is slowed down', async () => {
  const key = await keyOf()
  await expect(confirmTotp(await who(key), '000000', '')).rejects.toThrow('accounts.refusal.beginAgain')
  await expect(showSecond(await who(key), { code: '', answer: '' }, '')).rejects.toMatchObject({ message: 'accounts.second.needed', field: 'code' })
  const actor = await actorOf(key)
  if (!actor) throw new Error('nobody')
  const change = (password: string) => changePassword(actor, { password, newPassword: 'a lamp above seven rivers' })
  for (let tried = 0; tried < 10; tried++) await expect(change('a guess')).rejects.toThrow('accounts.password.wrong')
  await expect(change(demoPassword)).rejects.toMatchObject({ message: 'access.proof.wait', field: 'password' })
})

test('a password is changed by whoever knows the present one; every other place is signed out', async () => {
  const [here, there] = [await keyOf('고은별'), await keyOf('고은별')]
  const actor = await actorOf(here)
  if (!actor) throw new Error('nobody')
  await expect(changePassword(actor, { password: 'a guess', newPassword: 'a lamp above seven rivers' })).rejects.toThrow('accounts.password.wrong')
  await expect(changePassword(actor, { password: demoPassword, newPassword: 'password12345' })).rejects.toThrow('accounts.password.common')
  await changePassword(actor, { password: demoPassword, newPassword: 'a lamp above seven rivers' })
  expect([await opens(here), await opens(there)]).toEqual([[true, true], [false, false]])
})
