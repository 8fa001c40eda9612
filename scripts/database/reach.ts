import type { Env } from '#lib/core/env.ts'
import { arrangeDatabase } from './arrange.ts'
import { bringUpToDate } from './open.ts'
import { runningDatabase } from './running.ts'

/**
 * The database as the service uses it, for a command that works beside it: a service that runs on this data folder need
 * not stop. The settings that follow from it stand in the environment afterwards. Answers with how to let go of it.
 */
export async function reachDatabase(env: Env): Promise<() => Promise<void>> {
  const own = !env.databaseUrl && !env.migrateUrl
  const there = own ? await runningDatabase(env.dataFolder) : undefined
  const database = there ? undefined : await arrangeDatabase(env)
  const reached = there ?? database
  if (!reached) throw new Error('no database was reached')
  if (own && database) await bringUpToDate(database.urls.migrate)
  const { urls, secret } = reached
  Object.assign(process.env, { DATABASE_APP_URL: urls.app, DATABASE_AUTH_URL: urls.auth, DATABASE_JOBS_URL: urls.jobs, DATABASE_MIGRATE_URL: urls.migrate, HANAI_SECRET: env.secret ?? secret })
  return async () => database?.stop()
}
