import { expect, test } from 'vitest'
import { bringUpToDate } from '#scripts/database/open.ts'
import { connect, urls } from '#tests/database.ts'

test('starting again changes nothing', async () => {
  expect(await bringUpToDate(urls.migrate)).toEqual([])
})

test('two processes that start at once take turns', async () => {
  expect(await Promise.all([bringUpToDate(urls.migrate), bringUpToDate(urls.migrate)])).toEqual([[], []])
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
