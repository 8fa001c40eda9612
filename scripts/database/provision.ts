import pg from 'pg'
import { StartRefusal } from '#scripts/refusal.ts'
import { SETUP_LOCK } from './migrate.ts'
import { rolePassword, scramVerifier } from './secret.ts'
import { ROLES } from './urls.ts'

const EXTENSIONS = ['pg_trgm', 'btree_gist', 'pgcrypto', 'citext']
const OLDEST_SERVER = 160_000

/**
 * Makes our roles, the extensions and the grants in the database of `url`, whose account may create roles.
 * Repeating it changes nothing. Passwords come from the secret, so every process that knows it can sign in.
 */
export async function provision(url: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await refuseOldServer(client)
    await client.query('select pg_advisory_lock($1)', [SETUP_LOCK])
    await makeRoles(client, secret)
    await grantDatabase(client)
    for (const name of EXTENSIONS) await client.query(`create extension if not exists ${name} with schema public`)
  } catch (problem) {
    throw sentenceFor(problem)
  } finally {
    await client.end()
  }
}

async function makeRoles(client: pg.Client, secret: string) {
  await makeRole(client, 'hanai_owner', 'nologin')
  for (const role of ROLES) {
    await makeRole(client, role, 'login')
    await client.query(`alter role ${role} login ${role === 'hanai_migrate' ? 'noinherit' : 'inherit'} password '${scramVerifier(rolePassword(secret, role))}'`)
  }
  await client.query('grant hanai_owner to hanai_migrate')
  for (const role of ['hanai_app', 'hanai_auth']) {
    await client.query(`alter role ${role} set statement_timeout = '20s'`)
    await client.query(`alter role ${role} set lock_timeout = '8s'`)
    await client.query(`alter role ${role} set idle_in_transaction_session_timeout = '60s'`)
  }
}

async function makeRole(client: pg.Client, role: string, login: string) {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (!rowCount) await client.query(`create role ${role} ${login} nocreatedb nocreaterole`)
}

async function grantDatabase(client: pg.Client) {
  const { rows } = await client.query<{ name: string }>(`select quote_ident(current_database()) as name`)
  const name = rows[0]?.name ?? ''
  await client.query(`revoke connect, temporary, create on database ${name} from public`)
  await client.query(`grant connect on database ${name} to ${ROLES.join(', ')}`)
  await client.query(`grant connect, create on database ${name} to hanai_owner`)
  await client.query('revoke create on schema public from public')
  await client.query('grant usage, create on schema public to hanai_owner')
  await client.query('grant usage on schema public to hanai_app, hanai_auth, hanai_jobs')
}

/** The sharing and view rules rely on security_invoker views and on role memberships as of PostgreSQL 16. */
async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string }>(`select current_setting('server_version_num') as number`)
  if (Number(rows[0]?.number) >= OLDEST_SERVER) return
  throw new StartRefusal('PostgreSQL 16 이상이 필요해요.', 'PostgreSQL 16 or newer is needed.')
}

function sentenceFor(problem: unknown): unknown {
  if (problem instanceof pg.DatabaseError && problem.code === '42501') {
    return new StartRefusal(
      'DATABASE_URL의 계정에 역할이나 확장을 만들 권한이 없어요. 권한을 주거나 DATABASE_MIGRATE_URL, DATABASE_APP_URL, DATABASE_AUTH_URL, DATABASE_JOBS_URL을 정해 주세요.',
      'The account of DATABASE_URL may not create roles or extensions. Grant it that, or set DATABASE_MIGRATE_URL, DATABASE_APP_URL, DATABASE_AUTH_URL and DATABASE_JOBS_URL.',
    )
  }
  return problem
}
