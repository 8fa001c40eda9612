import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { actorOf } from '#lib/access/actor-of.ts'
import { entering } from '#lib/access/entering.ts'
import { removePasskey } from '#lib/access/factor-deeds.ts'
import { addPasskey, askToMake, askToSign } from '#lib/access/passkeys.ts'
import { prove } from '#lib/access/prove.ts'
import { showSecond } from '#lib/access/show-second.ts'
import { signInWithPasskey } from '#lib/access/sign-in-with-passkey.ts'
import { signInWithPassword } from '#lib/access/sign-in.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { cast, demoPassword } from '#prisma/seed/cast.ts'
import { setDatabaseTime } from '#tests/database.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { authenticator, type Authenticator } from './authenticator.ts'

const origin = 'https://hanai.example.kr'
process.env['HANAI_URL'] = origin
const world = await makeWorld()
const person = '윤채담'
const emailOf = (name: string) => cast.find((member) => member.name === name)?.email ?? ''
const arrival = { address: '10.1.2.3', userAgent: 'a browser', chosen: undefined }
const accountOf = (name: string) => ({ office_id: world.ground.officeId, staff_id: world.as(name).staffId })
const minutesLater = (minutes: number) => setDatabaseTime(new Date(morning.getTime() + minutes * 60_000))

let key: Authenticator

/** As if her browser had made it; that a browser can is seen in tests/journeys/passkey.journey.ts. */
async function give(name: string): Promise<Authenticator> {
  const made = authenticator(origin)
  await world.owner(`insert into passkeys (id, office_id, staff_id, name, credential_id, public_key, counter, transports, created_at) values (gen_random_uuid(), $1, $2, 'mine', $3, $4, 0, '{}', app.now())`,
    [world.ground.officeId, world.as(name).staffId, made.id, made.publicKey])
  return made
}

beforeEach(async () => {
  await setDatabaseTime(morning)
  for (const table of ['passkeys', 'passkey_challenges', 'sign_in_attempts']) await world.owner(`delete from ${table}`)
  await world.owner(`delete from sessions where method in ('PASSWORD', 'PASSKEY')`)
  key = await give(person)
})
afterAll(closeIdentityDoor)

const enter = async (answer: string) => {
  const result = await signInWithPasskey(answer, arrival)
  return 'key' in result ? (await actorOf(result.key))?.name : undefined
}

describe('signing in by passkey alone', () => {
  test('opens what is hers, without a password', async () => {
    expect(await enter(key.answer(await askToSign(null)))).toBe(person)
    expect((await world.owner(`select method, second_at is not null as strong from sessions where method = 'PASSKEY'`)).rows).toEqual([{ method: 'PASSKEY', strong: true }])
  })

  test('what was asked is signed once, also when it comes twice at the same moment', async () => {
    const asked = await askToSign(null)
    const answers = await Promise.all([key.answer(asked), key.answer(asked), key.answer(asked)].map(enter))
    expect(answers.filter(Boolean)).toEqual([person])
    expect(await enter(key.answer(asked))).toBeUndefined()
  })

  test.each<[string, (asked: object) => string]>([
    ['a challenge that nobody asked', () => key.answer({ challenge: 'bm9ib2R5IGFza2Vk' })],
    ['another site’s answer', (asked) => key.answer(asked, { origin: 'https://elsewhere.example', rpId: 'elsewhere.example' })],
    ['an answer from another origin with our name', (asked) => key.answer(asked, { origin: 'https://elsewhere.example' })],
    ['a device that did not ask whose finger it was', (asked) => key.answer(asked, { verified: false })],
    ['another key’s signature', (asked) => key.answer(asked, { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey })],
    ['nonsense', () => '{"id":1}'],
    ['no answer', () => ''],
  ])('%s opens nothing', async (_name, answer) => {
    expect(await enter(answer(await askToSign(null)))).toBeUndefined()
  })

  test('a copy of the key, which has counted less, is refused', async () => {
    expect(await enter(key.answer(await askToSign(null), { counter: 7 }))).toBe(person)
    expect(await enter(key.answer(await askToSign(null), { counter: 7 }))).toBeUndefined()
    expect(await enter(key.answer(await askToSign(null), { counter: 8 }))).toBe(person)
  })

  test('what was asked five minutes ago is asked no more', async () => {
    const asked = await askToSign(null)
    await minutesLater(6)
    expect(await enter(key.answer(asked))).toBeUndefined()
  })

  test('somebody who has left is let in by no passkey', async () => {
    await world.owner('update accounts set deactivated_at = app.now() where staff_id = $1', [world.as(person).staffId])
    expect(await enter(key.answer(await askToSign(null)))).toBeUndefined()
    await world.owner('update accounts set deactivated_at = null where staff_id = $1', [world.as(person).staffId])
  })
})

describe('a passkey as the second step', () => {
  const half = async (name: string) => {
    const result = await signInWithPassword(emailOf(name), demoPassword, arrival)
    const who = 'key' in result ? await entering(result.key) : null
    if (!who) throw new Error('nobody')
    return who
  }

  test('opens a session that the password alone did not', async () => {
    const who = await half(person)
    expect([who.enough, await actorOf(who.sessionKey)]).toEqual([false, null])
    await showSecond(who, { code: '', answer: key.answer(await askToSign(who)) }, '')
    expect((await actorOf(who.sessionKey))?.name).toBe(person)
  })

  test('nobody else’s will do, nor what was asked of somebody else, or for signing in', async () => {
    const others = await give('문다희')
    const who = await half(person)
    for (const answer of [others.answer(await askToSign(accountOf('문다희'))), others.answer(await askToSign(who)), key.answer(await askToSign(accountOf('문다희'))), key.answer(await askToSign(null))]) {
      await expect(showSecond(who, { code: '', answer }, '')).rejects.toThrow('accounts.passkey.failed')
    }
    expect(await actorOf(who.sessionKey)).toBeNull()
  })

  test('and proves once more who it is', async () => {
    const actor = world.as(person)
    await expect(prove(actor, '')).rejects.toThrow('access.proof.needed')
    await prove(actor, key.answer(await askToSign(accountOf(person))))
    await prove(actor, '')
  })

  test('it is removed by its person alone', async () => {
    const { rows } = await world.owner('select id from passkeys')
    const passkeyId = (rows[0] as { id: string }).id
    await expect(removePasskey(world.as('문다희'), { passkeyId, password: demoPassword })).rejects.toThrow('core.refusal.notFound')
    await removePasskey(world.as(person), { passkeyId, password: demoPassword })
    expect((await half(person)).enough).toBe(true)
  })
})

test('a new one is asked to be found by itself, with its person verified, and not where there is one', async () => {
  const result = await signInWithPassword(emailOf('문다희'), demoPassword, arrival)
  const who = 'key' in result ? await entering(result.key) : null
  if (!who) throw new Error('nobody')
  const asked = await askToMake(who)
  expect(asked).toMatchObject({ rp: { id: 'hanai.example.kr' }, attestation: 'none', authenticatorSelection: { residentKey: 'required', userVerification: 'required' } })

  const fresh = authenticator(origin)
  const keep = async (text: string) => addPasskey(who, 'hers', text, '')
  for (const text of ['', '{"id":1}', fresh.made({ challenge: 'bm9ib2R5IGFza2Vk' }), fresh.made(await askToMake(who), { origin: 'https://elsewhere.example' }), fresh.made(await askToMake(who), { verified: false })]) {
    await expect(keep(text)).rejects.toMatchObject({ message: 'accounts.passkey.failed', field: 'name' })
  }
  expect(await enter(fresh.answer(await askToSign(null)))).toBeUndefined()
  await keep(fresh.made(await askToMake(who)))
  expect(await enter(fresh.answer(await askToSign(null)))).toBe('문다희')
  // The same once more, and somebody else's: there is one of each in the world.
  await expect(keep(fresh.made(await askToMake(who)))).rejects.toThrow('accounts.passkey.failed')
})
