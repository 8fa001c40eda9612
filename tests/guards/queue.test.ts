import { expect, test } from 'vitest'
import { connect } from '#tests/database.ts'

const waiting = async () => {
  const jobs = await connect('jobs')
  const { rows } = await jobs.query<{ task_identifier: string; key: string | null }>('select task_identifier, key from graphile_worker.jobs order by id')
  return rows
}

test('a job is put in by the same transaction as the change: rolled back, there is none', async () => {
  const app = await connect('app')
  await app.query('begin')
  await app.query(`select app.enqueue('tell', '{"id": "1"}')`)
  await app.query('rollback')
  expect(await waiting()).toEqual([])

  await app.query(`select app.enqueue('tell', '{"id": "1"}')`)
  expect(await waiting()).toMatchObject([{ task_identifier: 'tell' }])
})

test('a job of the same key replaces the one that waits', async () => {
  const app = await connect('app')
  await app.query(`select app.enqueue('remind', '{"id": "2"}', now() + interval '1 day', 'remind 2')`)
  await app.query(`select app.enqueue('remind', '{"id": "2"}', now() + interval '2 days', 'remind 2')`)
  expect((await waiting()).filter(({ key }) => key === 'remind 2')).toHaveLength(1)
})

test('the app cannot read the queue, and the queue cannot change its own tables', async () => {
  const app = await connect('app')
  await expect(app.query('select * from graphile_worker.jobs')).rejects.toMatchObject({ code: '42501' })
  const jobs = await connect('jobs')
  await expect(jobs.query('create table graphile_worker.mine (id int)')).rejects.toMatchObject({ code: '42501' })
})
