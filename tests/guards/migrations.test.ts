import { expect, test } from 'vitest'
import { SETUP_LOCK } from '#scripts/database/migrate.ts'
import { bringUpToDate } from '#scripts/database/open.ts'
import { provision } from '#scripts/database/provision.ts'
import { connect, urls } from '#tests/database.ts'

test('starting again changes nothing', async () => {
  expect(await bringUpToDate(urls.migrate)).toEqual([])
})

test('two processes that start at once take turns', async () => {
  expect(await Promise.all([bringUpToDate(urls.migrate), bringUpToDate(urls.migrate)])).toEqual([[], []])
})

test('making the roles waits for whoever makes tables and rules: both change the same rows of the catalogue', async () => {
  const superuser = await connect('superuser')
  await superuser.query('select pg_advisory_lock($1)', [SETUP_LOCK])
  const making = provision(urls.superuser, 'a secret that is never used').then(() => 'made', () => 'stopped while it waited')
  const waiting = `select pid from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`
  await expect.poll(async () => (await superuser.query(waiting)).rowCount).toBe(1)
  await superuser.query(`select pg_terminate_backend(pid) from (${waiting}) w`)
  expect(await making).toBe('stopped while it waited')
  await superuser.query('select pg_advisory_unlock($1)', [SETUP_LOCK])
})

test('a database from a newer program is refused', async () => {
  const owner = await connect('owner')
  await owner.query(`insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('newer', '0', '99990101000000_from_the_future', now())`)
  await expect(bringUpToDate(urls.migrate)).rejects.toThrow(/newer than this program/)
  await owner.query(`delete from _prisma_migrations where id = 'newer'`)
})

test('a migration that was changed after it had been applied is refused', async () => {
  const owner = await connect('owner')
  await owner.query(`update _prisma_migrations set checksum = repeat('0', 64)`)
  await expect(bringUpToDate(urls.migrate)).rejects.toThrow(/was changed after it had been applied/)
})
