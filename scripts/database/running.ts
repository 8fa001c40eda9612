import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { keptSecret } from './secret.ts'
import { roleUrls, type DatabaseUrls } from './urls.ts'

/** The addresses of the data folder's own server, when it runs already: its port stands in the fourth line of postmaster.pid. */
export async function runningDatabase(data: string): Promise<{ urls: DatabaseUrls; secret: string } | undefined> {
  const folder = resolve(data)
  const file = join(folder, 'postgres/postmaster.pid')
  if (!existsSync(file)) return undefined
  const port = readFileSync(file, 'utf8').split('\n')[3]
  const secret = keptSecret(folder)
  const urls = roleUrls(`postgresql://127.0.0.1:${port}/hanai`, secret)
  return (await answers(urls.app)) ? { urls, secret } : undefined
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
