import { expect, test } from 'vitest'
import { connect } from '#tests/database.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { within } from './judges.ts'

/* A transaction keeps who is asking in a setting of its own. Anybody may write settings: what counts is the seal. */

const world = await makeWorld()
const app = await connect('app')
const other = await connect('app')
const { sessionKey } = world.as('강모아')
const stranger = world.as('윤채담')

const whoIs = async (client = app) => (await client.query<{ id: string | null }>('select app.actor_id() as id')).rows[0]?.id
const kept = async (client = app) => (await client.query<{ kept: string }>(`select current_setting('hanai.me', true) as kept`)).rows[0]?.kept ?? ''
const put = (value: string, client = app) => client.query(`select set_config('hanai.me', $1, true)`, [value])

test('it is kept, and read again', async () => {
  await within(app, sessionKey, async () => {
    expect(await whoIs()).toBe(world.ground.staffIds['강모아'])
    const first = await kept()
    expect(first).toContain(world.ground.staffIds['강모아'])
    expect(await whoIs()).toBe(world.ground.staffIds['강모아'])
    expect(await kept()).toBe(first)
  })
  expect(await kept()).toBe('')
})

test('what somebody wrote there herself does not count', async () => {
  await within(app, sessionKey, async () => {
    await whoIs()
    const seal = await kept()
    for (const forged of [seal.replace(world.ground.staffIds['강모아'] ?? '', stranger.staffId), `${'0'.repeat(64)}${seal.slice(64)}`, seal.slice(64), seal.slice(0, 64), 'x']) {
      await put(forged)
      expect(await whoIs()).toBe(world.ground.staffIds['강모아'])
    }
  })
})

test('nor does what another session, another process or another moment kept', async () => {
  await within(other, stranger.sessionKey, async () => {
    await whoIs(other)
    const hers = await kept(other)
    await within(app, sessionKey, async () => {
      await put(hers)
      expect(await whoIs()).toBe(world.ground.staffIds['강모아'])
      await put(hers, other)
    })
    await within(app, stranger.sessionKey, async () => {
      await world.owner('update sessions set ended_at = $1 where staff_id = $2', [morning, stranger.staffId])
      await put(hers)
      expect(await whoIs()).toBeNull()
    })
  })
  await within(other, stranger.sessionKey, async () => expect(await whoIs(other)).toBeNull())
})

test('a session that ended is nobody at the next transaction, and within one nobody changes', async () => {
  await world.owner('update sessions set ended_at = null where staff_id = $1', [stranger.staffId])
  await within(app, stranger.sessionKey, async () => {
    expect(await whoIs()).toBe(stranger.staffId)
    await app.query(`select set_config('hanai.session', $1, true)`, [sessionKey])
    expect(await whoIs()).toBe(world.ground.staffIds['강모아'])
    await app.query(`select set_config('hanai.session', '', true)`)
    expect(await whoIs()).toBeNull()
  })
})

test('nobody reads what it is sealed with', async () => {
  await expect(app.query('select key from sealed.key')).rejects.toThrow('permission denied')
  await expect(app.query(`select sealed.seal('')`)).rejects.toThrow('permission denied')
})
