import { Logger, runOnce } from 'graphile-worker'
import pg from 'pg'
import { tasks } from '#lib/jobs/tasks.ts'
import { urls } from '#tests/database.ts'
import { afterAll } from 'vitest'

const pool = new pg.Pool({ connectionString: urls.jobs, max: 6 }).on('error', () => undefined)
pool.on('connect', (client) => client.on('error', () => undefined))
const quiet = new Logger(() => () => undefined)
afterAll(() => pool.end())

/** Works with a connection of the jobs' own role. */
export async function asJobs<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

/** Works off all that waits in the queue, as the service does. */
export const workOff = () => runOnce({ pgPool: pool, taskList: tasks, logger: quiet })
