import type pg from 'pg'

/** One thing taken away from the rules, and where its tests are likely to be. */
export interface Mutation {
  /** What is taken away; the same from run to run. */
  name: string
  /** Tables or files it belongs to. */
  about: string
  /** Runs against the template of the tests' databases. */
  sql?: string
  /** A line left out of a file of ours. */
  source?: { file: string; line: number; text: string }
}

/*
 * Asked of the catalogue, so that nobody who adds a rule has to remember anything. `owner_all` is what lets the owner's
 * functions read at all. Foreign keys, primary keys and "not null" are the schema's, not rules about people.
 */
const QUESTIONS = [
  `select format('policy %s on %s, %s, %s, to %s', polname, polrelid::regclass, case when polpermissive then 'permissive' else 'restrictive' end,
     case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
     (select string_agg(r::regrole::text, ' ' order by r::regrole::text) from unnest(polroles) r)) as name, polrelid::regclass::text as about, format('drop policy %I on %s', polname, polrelid::regclass) as sql
   from pg_policy order by 1`,
  `select format('trigger %s on %s', tgname, tgrelid::regclass) as name, tgrelid::regclass::text as about, format('drop trigger %I on %s', tgname, tgrelid::regclass) as sql
   from pg_trigger t join pg_class c on c.oid = t.tgrelid where not tgisinternal and c.relnamespace = 'public'::regnamespace order by 1`,
  `select format('check %s on %s', conname, conrelid::regclass) as name, conrelid::regclass::text as about, format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql
   from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'x') order by 1`,
  `select format('unique %s', i.indexrelid::regclass) as name, i.indrelid::regclass::text as about, format('drop index %s', i.indexrelid::regclass) as sql
   from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'public'::regnamespace and c.relname not like '\\_prisma%'
     and i.indisunique and not i.indisprimary and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by 1`,
  `select format('grant %s on %s to %s%s', lower(g.privilege_type), g.oid::regclass, g.grantee::regrole, ' (' || string_agg(g.attname, ', ' order by g.attname) || ')') as name,
     g.oid::regclass::text as about, format('revoke %s on %s from %s', g.privilege_type, g.oid::regclass, g.grantee::regrole) as sql
   from (select c.oid, null::name as attname, a.* from pg_class c, aclexplode(c.relacl) a where c.relkind in ('r', 'p', 'v', 'S')
         union all select c.oid, t.attname, a.* from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a) g
   join pg_class c on c.oid = g.oid where c.relnamespace = 'public'::regnamespace and g.grantee in ('hanai_app'::regrole, 'hanai_auth'::regrole, 'hanai_jobs'::regrole)
   group by g.privilege_type, g.oid, g.grantee order by 1`,
  `select distinct format('grant execute on %s to %s', p.oid::regprocedure, a.grantee::regrole) as name, p.proname || ' ' || coalesce(
       (select string_agg(r[1], ' ') from regexp_matches(p.prosrc, '(?:from|join|into|update)\\s+([a-z_]+)', 'g') r), '') as about,
     format('revoke execute on function %s from %s', p.oid::regprocedure, a.grantee::regrole) as sql
   from pg_proc p, aclexplode(p.proacl) a where p.pronamespace = 'app'::regnamespace and p.prokind = 'f'
     and a.grantee in ('hanai_app'::regrole, 'hanai_auth'::regrole, 'hanai_jobs'::regrole) order by 1`,
]

/** Every policy, trigger, check, unique index and grant there is. */
export async function rulesOf(client: pg.Client): Promise<Mutation[]> {
  const found: Mutation[] = []
  for (const question of QUESTIONS) found.push(...(await client.query<Mutation>(question)).rows)
  return found
}
