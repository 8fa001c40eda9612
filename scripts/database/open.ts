import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { migrateJobs } from '#lib/jobs/run.ts'
import { StartRefusal } from '#scripts/refusal.ts'
import { startEmbedded, type EmbeddedServer } from './embedded.ts'
import { holdFolder } from './holder.ts'
import { migrate } from './migrate.ts'
import { applyPolicies } from './policies.ts'
import { provision } from './provision.ts'
import { keptSecret, rolePassword } from './secret.ts'
import { roleUrls, type DatabaseUrls } from './urls.ts'

export interface OpenDatabase {
  urls: DatabaseUrls
  /** The installation's secret: the configured one, or the one kept beside the embedded data. */
  secret: string
  /** Settles when the server ends without having been asked to; never, for a server that is not ours. */
  ended: Promise<void>
  stop: () => Promise<void>
}

export interface EmbeddedDatabase extends OpenDatabase {
  superuserUrl: string
}

/** The database of one's own: starts it in the data folder, and makes roles and extensions. */
export async function openEmbedded(data: string, settings?: Record<string, string>, givenSecret?: string): Promise<EmbeddedDatabase> {
  const folder = resolve(data)
  makeFolder(folder)
  const release = holdFolder(folder)
  const secret = keptSecret(folder)
  const server = await startEmbedded({ folder: join(folder, 'postgres'), password: rolePassword(secret, 'postgres'), ...(settings && { settings }) })
  await createDatabase(server, 'hanai')
  await provision(server.superuserUrl('hanai'), secret)
  const stop = async () => {
    await server.stop()
    release()
  }
  return { urls: roleUrls(server.superuserUrl('hanai'), secret), secret: givenSecret ?? secret, superuserUrl: server.superuserUrl('hanai'), ended: server.ended, stop }
}

/** Schema, queue and policies as this program wants them. Safe to run from several processes at once. */
export async function bringUpToDate(migrateUrl: string): Promise<string[]> {
  return migrate(migrateUrl, async (client) => {
    await migrateJobs(migrateUrl)
    await applyPolicies(client)
  })
}

/** One sentence when the database cannot be spoken to, instead of a driver's error. */
export async function mustAnswer(url: string, setting: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8_000 })
  try {
    await client.connect()
    await client.query('select 1')
  } catch (problem) {
    const reason = problem instanceof Error ? (problem as NodeJS.ErrnoException).code ?? problem.name : 'unknown'
    throw new StartRefusal(
      `데이터베이스에 연결할 수 없어요. ${setting}의 주소와 비밀번호를 확인해 주세요. (${reason})`,
      `The database cannot be reached. Please check the address and password of ${setting}. (${reason})`,
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function createDatabase(server: EmbeddedServer, name: string) {
  const client = new pg.Client({ connectionString: server.superuserUrl('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
}

/** Makes a folder, or says in one sentence why not. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch {
    throw new StartRefusal(
      `데이터 폴더(${folder})에 쓸 수 없어요. 폴더의 권한을 확인하거나 HANAI_DATA로 다른 폴더를 정해 주세요.`,
      `The data folder (${folder}) is not writable. Please check its permissions, or choose another with HANAI_DATA.`,
    )
  }
}
