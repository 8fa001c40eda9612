import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import pg from 'pg'
import { withDatabase } from '#scripts/database/urls.ts'

type Who = 'app' | 'auth' | 'jobs' | 'owner' | 'superuser'

const template = inject('template')
const name = `test_${process.pid}_${process.hrtime.bigint()}`
const open: pg.Client[] = []

/** Addresses of this test file's own database. */
export const urls = {
  app: withDatabase(template.app, name),
  auth: withDatabase(template.auth, name),
  jobs: withDatabase(template.jobs, name),
  migrate: withDatabase(template.migrate, name),
  superuser: withDatabase(template.superuser, name),
}

/** A connection of one's own, as one of the database's roles; closed by itself at the end of the file. */
export async function connect(who: Who): Promise<pg.Client> {
  const client =
    who === 'owner' ? new pg.Client({ connectionString: urls.migrate, options: '-c role=hanai_owner' }) : new pg.Client({ connectionString: urls[who] })
  await client.connect()
  open.push(client)
  return client
}

/** Sets the time the database's rules see (`app.now()`); null lets it run again. lib/core/clock.ts has its own `atTime`. */
export async function setDatabaseTime(at: Date | null): Promise<void> {
  clock ??= connect('owner')
  await (await clock).query('update app.test_clock set at = $1', [at])
}
/** One connection for the file: time is set often. */
let clock: Promise<pg.Client> | undefined

async function asSuperuser(work: (superuser: pg.Client) => Promise<unknown>) {
  const superuser = new pg.Client({ connectionString: template.superuser.replace(/\/[^/]*$/, '/postgres') })
  await superuser.connect()
  await work(superuser)
  await superuser.end()
}

/** Copies the template; about a tenth of a second, where there is room for it in memory. */
await asSuperuser(async (superuser) => {
  await superuser.query(`create database ${name} template hanai strategy file_copy`)
  await superuser.query(`revoke connect, temporary, create on database ${name} from public`)
  await superuser.query(`grant connect on database ${name} to hanai_migrate, hanai_app, hanai_auth, hanai_jobs`)
  await superuser.query(`grant connect, create on database ${name} to hanai_owner`)
})
Object.assign(process.env, { DATABASE_APP_URL: urls.app, DATABASE_AUTH_URL: urls.auth, DATABASE_JOBS_URL: urls.jobs, HANAI_SECRET: 'a secret of the tests, forty characters', HANAI_KEYS: join(tmpdir(), `${name}.keys`) })

afterAll(async () => {
  rmSync(join(tmpdir(), `${name}.keys`), { force: true })
  rmSync(join(tmpdir(), `${name}.keys.cases`), { force: true, recursive: true })
  const [{ closeDoor }, { closeIdentityDoor }] = await Promise.all([import('#lib/core/door.ts'), import('#lib/core/identity-door.ts')])
  await Promise.all([...open.map((client) => client.end()), closeDoor(), closeIdentityDoor()])
  await asSuperuser((superuser) => superuser.query(`drop database ${name} with (force)`))
})
