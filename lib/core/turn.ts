import type { PoolClient } from 'pg'

/** As many in one transaction; the rest follows in the next. */
export const batch = 100

/**
 * Runs `work` in transactions until it finds nothing more to do. Of several processes one has the turn; the others find
 * it taken and leave the work to it.
 */
export async function inTurn(client: PoolClient, job: string, work: () => Promise<number>): Promise<void> {
  for (let done = batch; done === batch; ) {
    await client.query('begin')
    try {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine', [job])
      done = rows[0]?.mine ? await work() : 0
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  }
}

/** Puts a notice into the queue, in the transaction of what it is about. */
export async function tellFromJob(client: PoolClient, kind: string, officeId: string, path: string, to: { staffId: string } | { agencyId: string }): Promise<void> {
  const key = ['notice', kind, path, ...Object.values(to)].join(' ')
  await client.query(`select app.enqueue('notice', $1::jsonb, null, $2)`, [JSON.stringify({ officeId, kind, path, ...to }), key])
}
