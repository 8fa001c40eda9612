import { createHash } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { actorOf } from '#lib/access/actor-of.ts'
import { signInWithPassword, type Arrival } from '#lib/access/sign-in.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { log } from '#lib/core/log.ts'
import { cast, demoPassword } from '#prisma/seed/cast.ts'
import { setDatabaseTime } from '#tests/database.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'

vi.mock('@node-rs/argon2', { spy: true })

let world: World
const emailOf = (name: string) => cast.find((member) => member.name === name)?.email ?? ''
const from = (address: string): Arrival => ({ address, userAgent: 'a browser of this test', chosen: undefined })
const minutesLater = (minutes: number) => setDatabaseTime(new Date(morning.getTime() + minutes * 60_000))

beforeAll(async () => {
  world = await makeWorld()
})

beforeEach(async () => {
  vi.mocked(verify).mockReset()
  await world.owner('delete from sign_in_attempts')
  await setDatabaseTime(morning)
})

afterAll(closeIdentityDoor)

/** Guesses without the cost of a real check; `true` when one was looked at, `false` when it had to wait. */
async function guess(email: string, address: string): Promise<boolean> {
  vi.mocked(verify).mockResolvedValue(false)
  return 'wrong' in (await signInWithPassword(email, 'a guess', from(address)))
}

async function guesses(times: number, email: string, address: string) {
  for (let left = times; left > 0; left--) expect(await guess(email, address)).toBe(true)
}

describe('with the right password', () => {
  test('a session begins: its key opens, and only its hash is kept', async () => {
    const entered = await signInWithPassword(emailOf('윤채담'), demoPassword, from('192.0.2.1'))
    if (!('key' in entered)) throw new Error('was not let in')
    expect(await actorOf(entered.key)).toMatchObject({ name: '윤채담', role: 'COUNSELOR', cleared: true })

    const { rows } = await world.owner(`select key_hash, method, row_to_json(s)::text as all from sessions s where method = 'PASSWORD'`)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ key_hash: createHash('sha256').update(Buffer.from(entered.key, 'hex')).digest() })
    expect(String(rows[0]?.all)).not.toContain(entered.key)
    const audit = await world.owner(`select action, outcome from audit_entries where action = 'session.begun'`)
    expect(audit.rows).toEqual([{ action: 'session.begun', outcome: 'done' }])
  })

  test('the address may be written in any case and with spaces around it, the password in any composition', async () => {
    expect(await signInWithPassword(`  ${emailOf('윤채담').toUpperCase()} `, demoPassword, from('192.0.2.1'))).toHaveProperty('key')
  })

  test('the account follows the language that was chosen before signing in', async () => {
    const entered = await signInWithPassword(emailOf('임보라'), demoPassword, { ...from('192.0.2.1'), chosen: 'en' })
    expect(entered).toMatchObject({ locale: 'en' })
    expect(await signInWithPassword(emailOf('임보라'), demoPassword, from('192.0.2.1'))).toMatchObject({ locale: 'en' })
  })
})

describe('known and unknown are alike', () => {
  test('the same answer after the same steps, whatever is wrong', async () => {
    await world.owner(`update accounts set deactivated_at = app.now() where email = $1`, [emailOf('송가비')])
    await world.owner(`update staff set left_at = app.now() where name = '권이안'`)
    await world.owner(`update accounts set password_hash = null where email = $1`, [emailOf('류단우')])
    await world.owner(`update agencies set ended_at = app.now() where name_ko = '마루동 행정복지센터 맞춤형복지팀'`)
    const queries = vi.spyOn(pg.Pool.prototype, 'query')
    const tries: [email: string, password: string][] = [
      [emailOf('윤채담'), 'a guess'], ['nobody@demo.example', 'a guess'], ['no address at all', 'a guess'], ['nul\0@demo.example', 'a guess'],
      [emailOf('송가비'), demoPassword], [emailOf('권이안'), demoPassword], [emailOf('류단우'), demoPassword], [emailOf('구슬아'), demoPassword], [`'; drop table accounts; --`, 'x'.repeat(1_000)],
    ]
    const seen = []
    for (const [email, password] of tries) {
      vi.mocked(verify).mockClear()
      queries.mockClear()
      const answer = await signInWithPassword(email, password, from('192.0.2.2'))
      seen.push({ answer, checks: vi.mocked(verify).mock.calls.length, queries: queries.mock.calls.length })
    }
    expect(new Set(seen.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify({ answer: { wrong: true }, checks: 1, queries: 3 })]))
  })

  test('an account that does not exist is slowed like one that does', async () => {
    for (const email of [emailOf('윤채담'), 'nobody@demo.example']) {
      await guesses(10, email, '192.0.2.3')
      expect(await signInWithPassword(email, demoPassword, from('192.0.2.3'))).toEqual({ waitMinutes: 1 })
    }
  })
})

describe('guessing is slowed', () => {
  test('for an account: after ten, a minute, then two, four, eight, at most fifteen; and the right password waits too', async () => {
    const email = emailOf('윤채담')
    await guesses(10, email, '192.0.2.4')
    let at = 0
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      expect(await signInWithPassword(email, demoPassword, from(`192.0.2.${minutes}`))).toEqual({ waitMinutes: minutes })
      await minutesLater((at += minutes))
      expect(await guess(email, '192.0.2.4')).toBe(true)
    }
    await minutesLater((at += 31))
    vi.mocked(verify).mockReset()
    expect(await signInWithPassword(email, demoPassword, from('192.0.2.4'))).toHaveProperty('key')
  })

  test('for an address: after a hundred, whatever the account; another address goes on', async () => {
    for (let at = 0; at < 100; at++) expect(await guess(`someone-${at}@demo.example`, '192.0.2.5')).toBe(true)
    expect(await guess('another@demo.example', '192.0.2.5')).toBe(false)
    expect(await guess('another@demo.example', '192.0.2.6')).toBe(true)
  })

  test('many at once do not slip through', async () => {
    const tried = await Promise.all(Array.from({ length: 40 }, () => guess(emailOf('고은별'), '192.0.2.7')))
    expect(tried.filter(Boolean)).toHaveLength(10)
  })

  test('of two at once from one address, the one that began first and was counted last need not wait', async () => {
    for (const [name, milliseconds] of [['윤채담', 2], ['고은별', 1], ['윤채담', 0]] as const) {
      await setDatabaseTime(new Date(morning.getTime() + milliseconds))
      expect(await signInWithPassword(emailOf(name), demoPassword, from('192.0.2.12'))).toHaveProperty('key')
      expect(await guess(emailOf(name), '192.0.2.12')).toBe(true)
      vi.mocked(verify).mockReset()
    }
  })

  test('signing in gives back what it had counted, and forgets the account’s earlier slips', async () => {
    await guesses(9, emailOf('윤채담'), '192.0.2.8')
    vi.mocked(verify).mockReset()
    expect(await signInWithPassword(emailOf('윤채담'), demoPassword, from('192.0.2.8'))).toHaveProperty('key')
    await guesses(10, emailOf('윤채담'), '192.0.2.8')
    expect((await world.owner('select max(failures)::int as n from sign_in_attempts')).rows).toEqual([{ n: 19 }])
  })

  test('one’s own account does not help to guess another’s', async () => {
    for (let at = 0; at < 100; at++) {
      if (at % 9 === 8) {
        vi.mocked(verify).mockResolvedValue(true)
        expect(await signInWithPassword(emailOf('남기훈'), demoPassword, from('192.0.2.9'))).toHaveProperty('key')
      }
      expect(await guess(`victim-${at}@demo.example`, '192.0.2.9')).toBe(true)
    }
    expect(await guess('victim@demo.example', '192.0.2.9')).toBe(false)
  })

  test('a restart forgets nothing', async () => {
    await guesses(10, emailOf('조해솔'), '192.0.2.10')
    await closeIdentityDoor()
    expect(await guess(emailOf('조해솔'), '192.0.2.10')).toBe(false)
  })

  test('and neither accounts nor addresses can be read from what is counted', async () => {
    await guess(emailOf('윤채담'), '192.0.2.11')
    const { rows } = await world.owner('select row_to_json(a)::text as all, octet_length(bucket) as length from sign_in_attempts a')
    for (const row of rows) {
      expect(row.length).toBe(32)
      expect(String(row.all)).not.toMatch(/yoon|192/)
    }
  })
})

test('each refused and each given sign-in stands in the log, by marks that name nobody', async () => {
  const said: { fields: Record<string, unknown>; event: string }[] = []
  for (const grave of ['info', 'warn'] as const) vi.spyOn(log, grave).mockImplementation((fields, event) => void said.push({ fields, event }))
  await guess(emailOf('윤채담'), '192.0.2.77')
  await guess('nobody@demo.example', '192.0.2.77')
  vi.mocked(verify).mockResolvedValue(true)
  await signInWithPassword(emailOf('윤채담'), demoPassword, from('192.0.2.78'))

  expect(said.map(({ event, fields }) => [event, fields['code']])).toEqual([['sign-in.refused', 'wrong'], ['sign-in.refused', 'wrong'], ['sign-in.entered', 'password']])
  const [known, unknown, entered] = said.map(({ fields }) => fields)
  expect(known?.['source'], 'one source').toBe(unknown?.['source'])
  expect(known?.['account'], 'one account').toBe(entered?.['account'])
  expect(known?.['account']).not.toBe(unknown?.['account'])
  expect(JSON.stringify(said)).not.toMatch(/demo\.example|192\.0\.2|윤채담|guess/)
})
