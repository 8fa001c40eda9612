import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openLink } from '#lib/access/account-links.ts'
import { actorOf } from '#lib/access/actor-of.ts'
import { inviteAccount } from '#lib/access/invite-account.ts'
import { askReset, setPasswordByLink } from '#lib/access/reset-password.ts'
import { signInWithPassword, type Arrival } from '#lib/access/sign-in.ts'
import { asActor } from '#lib/core/door.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { cast, demoPassword } from '#prisma/seed/cast.ts'
import { setDatabaseTime } from '#tests/database.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { post, tokenFor } from './mailbox.ts'

const world = await makeWorld()
const arrival: Arrival = { address: '192.0.2.1', userAgent: 'a browser', chosen: undefined }
const emailOf = (name: string) => cast.find((member) => member.name === name)?.email ?? ''
const person = '윤채담'
const fresh = 'four horses under a green moon'
const minutesLater = (minutes: number) => setDatabaseTime(new Date(morning.getTime() + minutes * 60_000))

beforeEach(async () => {
  await setDatabaseTime(morning)
  await world.owner('delete from account_links')
  await world.owner('delete from sign_in_attempts')
})
afterAll(closeIdentityDoor)

const enter = (password: string, name = person) => signInWithPassword(emailOf(name), password, arrival)
const invite = (by: string, whom: string) => world.at(morning, () => asActor(world.as(by), (tx) => inviteAccount(tx, world.as(whom).staffId)))

describe('a new password by mail', () => {
  test('is set once by the letter’s link; every session ends, none begins', async () => {
    const before = await enter(demoPassword)
    await askReset(`  ${emailOf(person).toUpperCase()} `, '192.0.2.1')
    const token = await tokenFor(emailOf(person))
    await setPasswordByLink(token, fresh, '192.0.2.1')
    expect('key' in before && (await actorOf(before.key))).toBeNull()
    expect((await world.owner(`select count(*)::int as n from sessions where staff_id = $1 and ended_at is null and method = 'PASSWORD'`, [world.as(person).staffId])).rows).toEqual([{ n: 0 }])
    expect(await enter(demoPassword)).toEqual({ wrong: true })
    expect(await enter(fresh)).toHaveProperty('key')
    await expect(setPasswordByLink(token, 'another horse over the red sea', '192.0.2.1')).rejects.toThrow('accounts.refusal.linkOver')
    expect((await post()).map(({ to }) => to)).toEqual([emailOf(person)])
  })

  test('of many presses at once, one sets it', async () => {
    await askReset(emailOf('남기훈'), '192.0.2.1')
    const token = await tokenFor(emailOf('남기훈'))
    const pressed = await Promise.allSettled(Array.from({ length: 6 }, (_, at) => setPasswordByLink(token, `${fresh} and number ${at} of them`, '192.0.2.1')))
    expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('lasts half an hour, and a newer letter ends the older', async () => {
    await askReset(emailOf('고은별'), '192.0.2.1')
    const first = await tokenFor(emailOf('고은별'))
    expect(await openLink(first)).not.toBeNull()
    await askReset(emailOf('고은별'), '192.0.2.1')
    const second = await tokenFor(emailOf('고은별'))
    expect(await openLink(first)).toBeNull()
    await minutesLater(29)
    expect(await openLink(second)).not.toBeNull()
    await minutesLater(31)
    expect(await openLink(second)).toBeNull()
    await expect(setPasswordByLink(second, fresh, '192.0.2.1')).rejects.toThrow('accounts.refusal.linkOver')
  })

  test('asking takes the same steps for an address that is nobody’s: one job, which holds no address', async () => {
    const jobs = async () => (await world.owner(`select payload::text as payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'account.reset'`)).rows as { payload: string }[]
    await askReset('nobody@demo.example', '192.0.2.1')
    await askReset(emailOf('문다희'), '192.0.2.1')
    const waiting = await jobs()
    expect(waiting.map(({ payload }) => payload.length > 100 && !/demo|nobody|moon/.test(payload))).toEqual([true, true])
    expect((await post()).map(({ to }) => to)).toEqual([emailOf('문다희')])
  })

  test('is no way in for who has left, who is deactivated, or who never had a password', async () => {
    const { staffId } = world.as('강모아')
    for (const [deed, back] of [['update accounts set deactivated_at = now() where staff_id = $1', 'update accounts set deactivated_at = null where staff_id = $1'], ['update staff set left_at = now() where id = $1', 'update staff set left_at = null where id = $1']] as const) {
      await world.owner(deed, [staffId])
      await askReset(emailOf('강모아'), '192.0.2.1')
      expect(await post()).toEqual([])
      await world.owner(back, [staffId])
    }
    const { rows } = await world.owner('select password_hash as hash from accounts where staff_id = $1', [staffId])
    await world.owner('update accounts set password_hash = null where staff_id = $1', [staffId])
    await askReset(emailOf('강모아'), '192.0.2.1')
    expect(await post()).toEqual([])
    await world.owner('update accounts set password_hash = $2 where staff_id = $1', [staffId, (rows[0] as { hash: string }).hash])
  })

  test('cannot be asked for without end', async () => {
    const answers: number[] = []
    for (let at = 0; at < 11; at++) answers.push(await askReset(emailOf('조해솔'), '192.0.2.7'))
    expect(answers.filter((minutes) => minutes === 0)).toHaveLength(10)
    expect(answers.at(-1)).toBeGreaterThan(0)
    expect((await post()).filter(({ text }) => text.includes('token='))).toHaveLength(3)
  })

  test('is refused when everybody would guess it, and the link is still good', async () => {
    await askReset(emailOf('임보라'), '192.0.2.1')
    const token = await tokenFor(emailOf('임보라'))
    for (const weak of ['short', 'password1234', '한아이한아이한아이한아이', '123456789012345', 'lim.bora-lim.bora']) await expect(setPasswordByLink(token, weak, '192.0.2.1')).rejects.toThrow('accounts.password.')
    expect(await openLink(token)).not.toBeNull()
  })

  test('is refused when it has leaked somewhere before: the 3,000 commonest of our length, and a million others', async () => {
    await askReset(emailOf('임보라'), '192.0.2.1')
    const token = await tokenFor(emailOf('임보라'))
    for (const leaked of ['Sojdlg123aljg', 'ChickenWing101', 'websolutions', 'vjht123jltccf']) await expect(setPasswordByLink(token, leaked, '192.0.2.1'), leaked).rejects.toThrow('accounts.password.leaked')
    await setPasswordByLink(token, 'chickenwing of my own', '192.0.2.1')
  })
})

describe('an invitation', () => {
  const newcomer = '진서율'
  beforeEach(() => world.owner('update accounts set password_hash = null where staff_id = $1', [world.as(newcomer).staffId]))

  test('lets a new colleague set her first password, within seven days', async () => {
    await invite('하도경', newcomer)
    const token = await tokenFor(emailOf(newcomer))
    await minutesLater(7 * 24 * 60 - 1)
    expect(await openLink(token)).toMatchObject({ purpose: 'INVITATION' })
    await minutesLater(7 * 24 * 60 + 1)
    expect(await openLink(token)).toBeNull()
    await setDatabaseTime(morning)
    await setPasswordByLink(token, fresh, '192.0.2.1')
    expect(await enter(fresh, newcomer)).toHaveProperty('key')
    await expect(invite('하도경', newcomer)).rejects.toThrow('accounts.refusal.notInvitable')
  })

  test('is an administrator’s to send, who never learns the link', async () => {
    for (const other of ['서강민', '문다희', '노을기']) await expect(invite(other, newcomer)).rejects.toThrow('accounts.refusal.notInvitable')
    await invite('하도경', newcomer)
    for (const table of ['account_links', 'totp_factors', 'passkeys', 'recovery_codes']) await expect(world.sql('하도경', `select * from ${table}`)).rejects.toMatchObject({ code: '42501' })
    expect((await world.owner('select token_hash from account_links')).rows).toEqual([{ token_hash: null }])
    const payloads = (await world.owner('select payload::text as payload from graphile_worker._private_jobs')).rows as { payload: string }[]
    expect(payloads.filter(({ payload }) => payload.includes('@'))).toEqual([])
  })
})
