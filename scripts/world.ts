import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'

/** What prisma/seed offers to the start. */
interface Seed {
  /** Builds the demo world by calling the verbs as its cast. */
  seed: (owner: pg.Client, say: (line: string) => void) => Promise<void>
}
interface Cast {
  /** Who can sign in to the demo world. */
  castSignIns: () => { name: string; title: string; agency: string; email: string; password: string }[]
}

/** Any number, ours alone: of two processes that start at once, one makes the world and the other waits. */
const WORLD_LOCK = 72_707_371

/**
 * Makes the demo world in a database that is still empty. A world whose making was interrupted is
 * swept away and made anew; a database with data that we did not put there is left alone.
 */
export async function makeWorldOnce(migrateUrl: string, say: (line: string) => void): Promise<void> {
  const made = await load<Seed>('seed.ts')
  if (!made) return
  const owner = new pg.Client({ connectionString: migrateUrl, options: '-c role=hanai_owner' })
  await owner.connect()
  try {
    await owner.query('select pg_advisory_lock($1)', [WORLD_LOCK])
    await owner.query('create table if not exists app.demo_world (begun timestamptz not null default now(), finished timestamptz)')
    const { rows } = await owner.query<{ finished: Date | null }>('select finished from app.demo_world')
    const world = rows[0]
    if (world?.finished || (!world && (await hasData(owner)))) return

    say('▸ 시연용 세상을 만들고 있어요 · making the demo world')
    if (world) await sweep(owner)
    else await owner.query('insert into app.demo_world default values')
    await made.seed(owner, say)
    await owner.query('update app.demo_world set finished = now()')
  } finally {
    await owner.end()
  }
}

/** Lines that tell who can sign in; empty as long as there is no cast. */
export async function signIns(): Promise<string[]> {
  const people = (await load<Cast>('cast.ts'))?.castSignIns() ?? []
  return people.map(({ name, title, agency, email, password }) => `${email.padEnd(32)} ${password}   ${name} · ${title} · ${agency}`)
}

async function hasData(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query<{ some: boolean }>('select exists (select from offices) or exists (select from agencies) as some')
  return rows[0]?.some ?? false
}

/** What an interrupted making left behind; the record of access too, which is part of the story and of nobody's life. */
async function sweep(owner: pg.Client) {
  const { rows } = await owner.query<{ tables: string | null }>(
    `select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables from pg_tables where schemaname = 'public' and tablename not like '\\_prisma%'`,
  )
  const kept = ['audit_entries', 'audit_seals', 'audit_checks', 'audit_reviews', 'rights_entries', 'rights_attestations']
  for (const table of kept) await owner.query(`alter table ${table} disable trigger audit_stays`)
  if (rows[0]?.tables) await owner.query(`truncate ${rows[0].tables} cascade`)
  for (const table of kept) await owner.query(`alter table ${table} enable trigger audit_stays`)
  await owner.query('delete from graphile_worker._private_jobs')
}

async function load<T>(name: string): Promise<T | undefined> {
  const file = join(import.meta.dirname, '../prisma/seed', name)
  return existsSync(file) ? ((await import(pathToFileURL(file).href)) as T) : undefined
}
