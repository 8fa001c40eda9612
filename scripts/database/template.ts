import pg from 'pg'
import { bringUpToDate } from './open.ts'
import { openThrowaway, type ThrowawayDatabase } from './throwaway.ts'

/** A server for tests, whose database `hanai` is migrated, tells the time it is told, and is then only copied. */
export async function openTemplate(): Promise<ThrowawayDatabase> {
  const database = await openThrowaway()
  await bringUpToDate(database.urls.migrate)
  await makeClockSettable(database.urls.migrate)
  return database
}

/** app.now() of the policies is the transaction's time; here it is what a test sets, and that time otherwise. */
async function makeClockSettable(migrateUrl: string) {
  const owner = new pg.Client({ connectionString: migrateUrl, options: '-c role=hanai_owner' })
  await owner.connect()
  await owner.query(`
    create table app.test_clock (at timestamptz);
    insert into app.test_clock values (null);
    create or replace function app.now() returns timestamptz language sql stable parallel safe security definer
      set search_path = pg_catalog as $$ select coalesce((select at from app.test_clock), pg_catalog.now()) $$;`)
  await owner.end()
}
