import { expect, test } from 'vitest'
import { connect } from '#tests/database.ts'

/** What the database itself says about its own rules; nobody who adds a table has to remember anything. */
const superuser = await connect('superuser')

/** Tables of `public` that may do without row security, each with its reason. There are none. */
const WITHOUT_ROW_SECURITY: string[] = []

const OURS = ['hanai_owner', 'hanai_migrate', 'hanai_app', 'hanai_auth', 'hanai_jobs']

async function names(sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await superuser.query<{ name: string }>(sql, values)
  return rows.map(({ name }) => name)
}

const tablesWithoutRules = `
  select c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all($1)
    and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`

test('every table has row security, forced on its owner too, and at least one policy', async () => {
  expect(await names(tablesWithoutRules, [WITHOUT_ROW_SECURITY])).toEqual([])
})

test('a table added without rules is noticed', async () => {
  await superuser.query('begin')
  await superuser.query('create table public.forgotten (id int)')
  expect(await names(tablesWithoutRules, [WITHOUT_ROW_SECURITY])).toEqual(['forgotten'])
  await superuser.query('rollback')
})

test('no policy opens a table to everybody', async () => {
  expect(await names(`select p.tablename || '.' || p.policyname as name from pg_policies p where p.schemaname in ('public', 'app') and 'public' = any(p.roles)`)).toEqual([])
})

test('functions that act as their owner look only where they say', async () => {
  const loose = await names(`
    select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname in ('app', 'public')
      and not exists (select from unnest(p.proconfig) as setting where setting like 'search_path=%')`)
  expect(loose).toEqual([])
})

test('views ask as their reader, and no view is materialised', async () => {
  const asOwner = await names(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('app', 'public') and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions::text like '%security_invoker=true%', false))
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`)
  expect(asOwner).toEqual([])
})

test('none of our roles stands above the rules', async () => {
  const above = await names(`select rolname as name from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`, [OURS])
  expect(above).toEqual([])
  expect(await names(`select rolname as name from pg_roles where rolname = any($1) order by 1`, [OURS])).toHaveLength(OURS.length)
})

test('the owner of the tables cannot sign in, and the roles that serve people own nothing and belong to no other role', async () => {
  expect(await names(`select rolname as name from pg_roles where rolname = 'hanai_owner' and rolcanlogin`)).toEqual([])
  const serving = ['hanai_app', 'hanai_auth', 'hanai_jobs']
  expect(await names(`select c.oid::regclass::text as name from pg_class c where c.relowner = any($1::regrole[])`, [serving])).toEqual([])
  expect(await names(`select p.oid::regprocedure::text as name from pg_proc p where p.proowner = any($1::regrole[])`, [serving])).toEqual([])
  expect(await names(`select m.member::regrole::text as name from pg_auth_members m where m.member = any($1::regrole[])`, [serving])).toEqual([])
})

test('the roles that serve people can make no object and empty no table', async () => {
  const serving = ['hanai_app', 'hanai_auth', 'hanai_jobs']
  expect(await names(`select r || ' in ' || n.nspname as name from unnest($1::text[]) r, pg_namespace n where has_schema_privilege(r, n.oid, 'create')`, [serving])).toEqual([])
  expect(
    await names(`select r || ' ' || c.relname as name from unnest($1::text[]) r, pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and has_table_privilege(r, c.oid, 'truncate')`, [serving]),
  ).toEqual([])
})

test('two children are never made one, and nothing goes to another case: by no right of any role that serves people', async () => {
  const changed = (column: string) => names(`select distinct c.table_name || '.' || c.column_name as name from information_schema.column_privileges c
    where c.grantee in ('hanai_app', 'hanai_auth', 'hanai_jobs') and c.privilege_type = 'UPDATE' and c.column_name = $1 order by 1`, [column])
  expect(await changed('case_id')).toEqual([])
  // What the roster says of classes and guardians comes from the school.
  expect(await changed('student_id')).toEqual(['enrolments.student_id', 'guardian_links.student_id'])
})

test('without a session the app sees no row of any table', async () => {
  const app = await connect('app')
  const readable = await names(`select format('%I', c.relname) as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and has_table_privilege('hanai_app', c.oid, 'select')`)
  const seen: string[] = []
  for (const table of readable) {
    const { rowCount } = await app.query(`select from ${table} limit 1`)
    if (rowCount) seen.push(table)
  }
  expect(seen).toEqual([])
})
