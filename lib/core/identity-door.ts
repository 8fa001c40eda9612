import pg from 'pg'
import { env } from './env.ts'

/**
 * The door for finding out who somebody is, before there is an actor: another database role, which sees accounts and
 * sessions and nothing of any child. `lib/access/sign-in.ts` and its neighbours alone come through here.
 */
const shared = globalThis as unknown as { hanaiIdentityPool?: pg.Pool }

function pool(): pg.Pool {
  shared.hanaiIdentityPool ??= new pg.Pool({ connectionString: env().authUrl, max: 4 }).on('error', () => {
    // An idle connection that was cut is replaced at the next question.
  })
  return shared.hanaiIdentityPool
}

export async function asIdentity<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await pool().query<Row>(text, values)
  return rows
}

/** Ends the pool; for tests and a graceful stop. */
export async function closeIdentityDoor(): Promise<void> {
  await shared.hanaiIdentityPool?.end()
  delete shared.hanaiIdentityPool
}
