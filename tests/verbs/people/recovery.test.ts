import { afterAll, beforeEach, expect, test } from 'vitest'
import { actorOf } from '#lib/access/actor-of.ts'
import { entering, wayIn } from '#lib/access/entering.ts'
import { recover } from '#lib/access/recover.ts'
import { signInWithPassword } from '#lib/access/sign-in.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { answerRecovery } from '#lib/people/answer-recovery.ts'
import { askRecovery } from '#lib/people/ask-recovery.ts'
import { cast, demoPassword } from '#prisma/seed/cast.ts'
import { setDatabaseTime } from '#tests/database.ts'
import { post, tokenFor } from '#tests/verbs/access/mailbox.ts'
import { makeWorld, morning } from '#tests/world.ts'

const world = await makeWorld()
const emailOf = (name: string) => cast.find((member) => member.name === name)?.email ?? ''
const [admin, lost, lead] = ['하도경', '윤채담', '남기훈']

beforeEach(async () => {
  await setDatabaseTime(morning)
  for (const table of ['account_recoveries', 'account_links', 'passkeys', 'sign_in_attempts']) await world.owner(`delete from ${table}`)
  await world.owner(`insert into passkeys (id, office_id, staff_id, name, credential_id, public_key, counter, transports, created_at) values (gen_random_uuid(), $1, $2, 'lost', 'lost', '', 0, '{}', app.now())`,
    [world.ground.officeId, world.as(lost).staffId])
})
afterAll(closeIdentityDoor)

const ask = async (by = admin, whom = lost): Promise<string> => (await world.at(morning, () => askRecovery(world.as(by), { staffId: world.as(whom).staffId, reason: '휴대전화를 잃었고 직접 만나 확인했어요' }))).split('/').at(-1) ?? ''
const answer = (by: string, recoveryId: string, said: 'AGREED' | 'REFUSED' = 'AGREED') => world.at(morning, () => answerRecovery(world.as(by), { recoveryId, answer: said }))
const enter = async () => {
  const result = await signInWithPassword(emailOf(lost), demoPassword, { address: '10.1.2.3', userAgent: undefined, chosen: undefined })
  return 'key' in result ? result.key : ''
}

test('an administrator asks, who leads her agrees, and her letter with her password lets her set up anew, nothing else', async () => {
  const id = await ask()
  expect((await post()).map(({ to }) => to).sort()).toEqual([emailOf(lead), emailOf('서강민'), emailOf('조해솔')].sort())
  await answer(lead, id)
  const token = await tokenFor(emailOf(lost))
  await expect(recover(token, 'a guess', '')).rejects.toThrow('accounts.password.wrong')
  expect(await wayIn(await enter(), '/')).toBe('/sign-in/second')
  await recover(token, demoPassword, '')
  const key = await enter()
  expect([await actorOf(key), await wayIn(key, '/'), (await entering(key))?.required]).toEqual([null, '/sign-in/set-up', true])
  await expect(recover(token, demoPassword, '')).rejects.toThrow('accounts.refusal.linkOver')
})

test('guessing the password at her letter is slowed down, and of two presses at once one counts', async () => {
  await answer(lead, await ask())
  const token = await tokenFor(emailOf(lost))
  const both = await Promise.allSettled([recover(token, demoPassword, ''), recover(token, demoPassword, '')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await answer(lead, await ask())
  const next = await tokenFor(emailOf(lost))
  for (let tried = 0; tried < 10; tried++) await expect(recover(next, 'a guess', '')).rejects.toThrow('accounts.password.wrong')
  await expect(recover(next, demoPassword, '')).rejects.toThrow('access.proof.wait')
})

test('neither of the two can alone', async () => {
  await expect(ask(lead)).rejects.toThrow('core.refusal.notAllowed')
  await expect(ask(admin, admin)).rejects.toThrow('recovery.own')
  const id = await ask()
  await expect(answer(admin, id)).rejects.toThrow('core.refusal.notAllowed')
  await expect(ask()).rejects.toThrow('recovery.waits')
  await post()
  expect((await world.owner('select 1 from account_links')).rowCount).toBe(0)
  expect(await wayIn(await enter(), '/')).toBe('/sign-in/second')
})

test('nobody answers for somebody of another house, nor for herself', async () => {
  const id = await ask()
  for (const stranger of ['한결우', '피하윤', '진서율']) await expect(answer(stranger, id)).rejects.toThrow('core.refusal.notFound')
  const own = await ask(admin, lead)
  await expect(answer(lead, own)).rejects.toThrow('core.refusal.notFound')
  await answer('서강민', own)
  await answer(lead, id, 'REFUSED')
  await expect(answer(lead, id)).rejects.toThrow('core.refusal.faster')
  expect((await post()).filter(({ text }) => text.includes('token=')).map(({ to }) => to)).toEqual([emailOf(lead)])
})

test('the database says the same: raw, the application’s role gives no answer of its own asking', async () => {
  const id = await ask()
  for (const name of [admin, lost, '문다희', '한결우']) {
    const { rowCount } = await world.sql(name, `update account_recoveries set answer = 'AGREED', answered_by_id = $2, answered_at = now() where id = $1`, [id, world.as(name).staffId])
    expect([name, rowCount]).toEqual([name, 0])
  }
  await expect(world.sql(lead, `insert into account_recoveries (id, office_id, staff_id, asked_by_id, asked_at, reason) values (gen_random_uuid(), $1, $2, $3, now(), 'because I say so')`, [world.ground.officeId, world.as('고은별').staffId, world.as(lead).staffId])).rejects.toMatchObject({ code: '42501' })
})
