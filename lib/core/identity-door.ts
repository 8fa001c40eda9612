import pg from 'pg'
import { env } from './env.ts'

/**
 * The door for finding out who somebody is, before there is an actor: another database role, which sees accounts, sessions
 * and what people prove themselves by, and nothing of any child but the one form of a family's link (`lib/sharing/family.ts`).
 * `lib/access/sign-in.ts` and its neighbours come through here, and nobody else.
 */
const shared = globalThis as unknown as { hanaiIdentityPool?: pg.Pool }

export type AskIdentity = <Row extends pg.QueryResultRow>(text: string, values: unknown[]) => Promise<Row[]>

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

/** Several questions in one transaction: all of it, or nothing. */
export async function inIdentity<T>(work: (ask: AskIdentity) => Promise<T>): Promise<T> {
  const client = await pool().connect()
  try {
    await client.query('begin')
    const result = await work(async (text, values) => (await client.query<pg.QueryResultRow>(text, values)).rows as never)
    await client.query('commit')
    return result
  } catch (problem) {
    await client.query('rollback').catch(() => undefined)
    throw problem
  } finally {
    client.release()
  }
}

/** Ends the pool; for tests and a graceful stop. */
export async function closeIdentityDoor(): Promise<void> {
  await shared.hanaiIdentityPool?.end()
  delete shared.hanaiIdentityPool
}
