import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

const POLICIES = join(import.meta.dirname, '../../prisma/policies')

/** Takes back every policy and every right of the roles: what the files do not say any more must not hold on. */
const FORGET = `
  do $$
  declare one record;
  begin
    for one in select format('%I.%I', schemaname, tablename) as target, policyname as label from pg_policies
               where schemaname in ('public', 'graphile_worker') and tablename <> '_prisma_migrations' loop
      execute format('drop policy %I on %s', one.label, one.target);
    end loop;
    if to_regnamespace('app') is not null then
      revoke all on all routines in schema app from hanai_app, hanai_jobs, hanai_auth;
    end if;
  end $$;
  revoke all on all tables in schema public, graphile_worker from hanai_app, hanai_jobs, hanai_auth;`

/**
 * Applies all of prisma/policies again, in file-name order and in one transaction: who sees which rows
 * is never a matter of history. The files may be repeated without harm.
 */
export async function applyPolicies(client: pg.Client): Promise<void> {
  await client.query('begin')
  try {
    await client.query(FORGET)
    // Functions call each other across files: the first pass makes them all, the second reads their bodies.
    for (const bodies of ['off', 'on']) {
      await client.query(`set local check_function_bodies = ${bodies}`)
      for (const file of policyFiles()) await applyFile(client, file)
    }
    await client.query('commit')
  } catch (problem) {
    await client.query('rollback')
    throw problem
  }
}

function policyFiles(): string[] {
  if (!existsSync(POLICIES)) return []
  return readdirSync(POLICIES).filter((name) => name.endsWith('.sql')).toSorted()
}

async function applyFile(client: pg.Client, file: string) {
  const sql = readFileSync(join(POLICIES, file), 'utf8')
  try {
    await client.query(sql)
  } catch (problem) {
    throw new Error(`prisma/policies/${file}${lineOf(problem, sql)} failed: ${String(problem)}`, { cause: problem })
  }
}

function lineOf(problem: unknown, sql: string): string {
  const position = Number((problem as { position?: string }).position)
  return position > 0 ? `:${sql.slice(0, position).split('\n').length}` : ''
}
