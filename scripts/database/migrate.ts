import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { StartRefusal } from '#scripts/refusal.ts'

export const MIGRATIONS = join(import.meta.dirname, '../../prisma/migrations')

/**
 * The lock number that Prisma's own tools take, so that neither runs beside the other. Making the roles takes it too: its
 * grants and those of the policies change the same rows of the catalogue.
 */
export const SETUP_LOCK = 72_707_369

/** Prisma's table, and closed to everybody but its owner like every other table. */
const HISTORY = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
    logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0);
  alter table _prisma_migrations enable row level security;
  alter table _prisma_migrations force row level security;
  drop policy if exists owner_only on _prisma_migrations;
  create policy owner_only on _prisma_migrations to hanai_owner using (true) with check (true);`

interface Migration {
  name: string
  sql: string
  checksum: string
}

/**
 * Applies what is new in prisma/migrations, each in its own transaction, and then lets `afterwards`
 * run on the same connection under the same lock. Everything happens as hanai_owner.
 * @returns the names that were applied
 */
export async function migrate(url: string, afterwards: (client: pg.Client) => Promise<void>): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [SETUP_LOCK])
    await client.query('set role hanai_owner')
    await client.query('set search_path = public')
    await client.query(`set client_min_messages = warning`)
    await client.query(HISTORY)

    const pending = await notYetApplied(client)
    for (const migration of pending) await apply(client, migration)
    await afterwards(client)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** All migrations on disk, oldest first. */
function migrationsOnDisk(folder: string = MIGRATIONS): Migration[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

async function notYetApplied(client: pg.Client): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select migration_name as name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]))
  const onDisk = migrationsOnDisk()

  for (const { name, checksum } of onDisk) {
    if (applied.has(name) && applied.get(name) !== checksum) {
      throw new StartRefusal(
        `이미 적용된 마이그레이션 ${name}의 내용이 바뀌었어요. 원래대로 되돌리고 새 마이그레이션을 만들어 주세요.`,
        `The migration ${name} was changed after it had been applied. Restore it and write a new one.`,
      )
    }
  }
  const known = new Set(onDisk.map(({ name }) => name))
  const unknown = [...applied.keys()].filter((name) => !known.has(name))
  if (unknown.length > 0) refuseNewerDatabase(unknown)
  return onDisk.filter(({ name }) => !applied.has(name))
}

function refuseNewerDatabase(unknown: string[]): never {
  throw new StartRefusal(
    `데이터베이스가 이 프로그램보다 새로워요(${unknown.join(', ')}). 더 새로운 한아이로 시작해 주세요.`,
    `The database is newer than this program (${unknown.join(', ')}). Start a newer Hanai.`,
  )
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      'insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, clock_timestamp(), 1)',
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (problem) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed`, { cause: problem })
  }
}
