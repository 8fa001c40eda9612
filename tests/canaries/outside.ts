import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type pg from 'pg'

const setting = async (superuser: pg.Client, text: string) => ((await superuser.query<{ value: string }>(text)).rows[0]?.value ?? '')

/** The server's log lies beside its data (scripts/database/embedded.ts). */
export const logOf = async (superuser: pg.Client): Promise<string> => join(dirname(await setting(superuser, `select setting as value from pg_settings where name = 'data_directory'`)), 'postgres.log')

/** The files in which this one database lies on the disk, all that was changed in memory written down. */
export async function filesOf(superuser: pg.Client): Promise<Buffer[]> {
  await superuser.query('checkpoint')
  const folder = await setting(superuser, `select current_setting('data_directory') || '/base/' || oid as value from pg_database where datname = current_database()`)
  return readdirSync(folder).map((name) => readFileSync(join(folder, name)))
}

/** All that a process with our own logger says, at its most talkative, while it stumbles or leaks (tests/canaries/said.ts). */
export async function stumble(how: string): Promise<string> {
  const script = resolve('tests/canaries/said.ts')
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', script, how], { env: { PATH: process.env['PATH'], NODE_ENV: 'test', LOG_LEVEL: 'debug' } })
  return stdout + stderr
}
