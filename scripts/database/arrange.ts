import type { Env } from '#lib/core/env.ts'
import { StartRefusal } from '#scripts/refusal.ts'
import { makeFolder, mustAnswer, openEmbedded, type OpenDatabase } from './open.ts'
import { provision } from './provision.ts'
import { keptSecret } from './secret.ts'
import { roleUrls, type DatabaseUrls } from './urls.ts'

/**
 * The database as configured: roles made by the operator (DATABASE_MIGRATE_URL and the others),
 * or made here through an account that may (DATABASE_URL), or, without any address, a server of our own.
 */
export async function arrangeDatabase(env: Env): Promise<OpenDatabase> {
  if (env.migrateUrl) return operated(env, env.migrateUrl)
  if (env.databaseUrl) return provisioned(env, env.databaseUrl)
  return openEmbedded(env.dataFolder, {}, env.secret)
}

async function operated(env: Env, migrate: string): Promise<OpenDatabase> {
  const { appUrl: app, authUrl: auth, jobsUrl: jobs } = env
  if (!app || !auth || !jobs) {
    throw new StartRefusal(
      'DATABASE_MIGRATE_URL을 쓸 때는 DATABASE_APP_URL, DATABASE_AUTH_URL, DATABASE_JOBS_URL도 필요해요.',
      'With DATABASE_MIGRATE_URL, DATABASE_APP_URL, DATABASE_AUTH_URL and DATABASE_JOBS_URL are needed too.',
    )
  }
  await mustAnswer(migrate, 'DATABASE_MIGRATE_URL')
  await mustAnswer(app, 'DATABASE_APP_URL')
  return external({ app, auth, jobs, migrate }, secretOf(env))
}

async function provisioned(env: Env, url: string): Promise<OpenDatabase> {
  const secret = secretOf(env)
  await mustAnswer(url, 'DATABASE_URL')
  await provision(url, secret)
  return external(roleUrls(url, secret), secret)
}

function external(urls: DatabaseUrls, secret: string): OpenDatabase {
  return { urls, secret, ended: new Promise(() => undefined), stop: () => Promise.resolve() }
}

/** Processes on several machines must be given the same secret; on one machine they share the data folder's. */
function secretOf(env: Env): string {
  if (env.secret) return env.secret
  makeFolder(env.dataFolder)
  return keptSecret(env.dataFolder)
}
