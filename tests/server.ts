import { existsSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ProvidedContext } from 'vitest'
import type { TestProject } from 'vitest/node'
import pg from 'pg'
import { bringUpToDate } from '#scripts/database/open.ts'
import { openThrowaway, type ThrowawayDatabase } from '#scripts/database/throwaway.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the template database; a test file gets a copy of it. */
    template: { app: string; auth: string; jobs: string; migrate: string; superuser: string }
  }
}

interface Shared {
  users: number
  opened: Promise<ThrowawayDatabase>
}

/** Several vitest projects share one server; the last one to leave stops it. */
const shared = globalThis as typeof globalThis & { hanaiTestServer?: Shared | undefined }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['HANAI_TEMPLATE']
  if (given) {
    project.provide('template', JSON.parse(given) as ProvidedContext['template'])
    return async () => {}
  }
  const server = (shared.hanaiTestServer ??= { users: 0, opened: openTemplate() })
  server.users++
  const { urls, superuserUrl } = await server.opened
  project.provide('template', { ...urls, superuser: superuserUrl })

  return async () => {
    server.users--
    if (server.users > 0) return
    shared.hanaiTestServer = undefined
    await (await server.opened).stop()
  }
}

/** A server whose database `hanai` is migrated, tells the time it is told, and is then only copied. */
export async function openTemplate(): Promise<ThrowawayDatabase> {
  const database = await openThrowaway()
  await bringUpToDate(database.urls.migrate)
  await makeClockSettable(database.urls.migrate)
  await fill(database)
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

/** tests/template.ts, when there is one, puts into the template what every test file starts with. */
async function fill({ urls, secret }: ThrowawayDatabase) {
  const script = join(import.meta.dirname, 'template.ts')
  if (!existsSync(script)) return
  await promisify(execFile)(process.execPath, [script], {
    env: { ...process.env, DATABASE_APP_URL: urls.app, DATABASE_AUTH_URL: urls.auth, DATABASE_JOBS_URL: urls.jobs, HANAI_SECRET: secret, LOG_LEVEL: 'silent' },
  })
}
