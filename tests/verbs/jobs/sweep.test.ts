import { expect, test } from 'vitest'
import { sweep } from '#lib/jobs/sweep.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { asJobs } from './run-job.ts'

const world = await makeWorld()
const daysAgo = (days: number) => new Date(morning.getTime() - days * 86_400_000)

async function put(days: number) {
  const { officeId, staffIds } = world.ground
  const common = [officeId, staffIds['강모아'], daysAgo(days)]
  await world.owner(`insert into sent_forms (office_id, staff_id, key, digest, at) values ($1, $2, gen_random_uuid(), '', $3)`, common)
  await world.owner(`insert into drafts (office_id, staff_id, kind, subject, sealed, saved_at) values ($1, $2, 'note', gen_random_uuid()::text, '', $3)`, common)
  await world.owner(`insert into sign_in_attempts (bucket, failures, window_start, blocked_until) values (sha256($1::text::bytea), 1, $2, $2)`, [days, daysAgo(days)])
}

const left = async (table: string, at: string) =>
  (await world.owner(`select ${at} as at from ${table} order by 1`)).rows.map(({ at }: { at: Date }) => Math.round((morning.getTime() - at.getTime()) / 86_400_000))

test('what served its time goes, what may still be needed stays', async () => {
  for (const days of [1, 29, 31, 89, 91]) await put(days)
  await world.at(morning, () => asJobs(sweep))
  expect(await left('sent_forms', 'at')).toEqual([29, 1])
  expect(await left('drafts', 'saved_at')).toEqual([89, 31, 29, 1])
  expect(await left('sign_in_attempts', 'window_start')).toEqual([1])
})

test('the role that clears reads nothing of it', async () => {
  for (const table of ['sent_forms', 'drafts', 'sign_in_attempts']) {
    await expect(asJobs((client) => client.query(`select * from ${table}`))).rejects.toThrow('permission denied')
    await expect(asJobs((client) => client.query(`update ${table} set ${table === 'sign_in_attempts' ? 'failures = 0' : 'staff_id = staff_id'}`))).rejects.toThrow('permission denied')
  }
})
