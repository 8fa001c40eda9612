import type { ServerResponse } from 'node:http'
import pg from 'pg'

export type Phase = 'starting' | 'ready' | 'stopping'

/** What `/api/health` says, and how a Hanai is known from another program on the same port. */
export const HEALTHY = JSON.stringify({ status: 'ok' })

/** `/api/health`: this process answers. `/api/ready`: it can serve people, database included. */
export function makeHealth(phase: () => Phase, appUrl: () => string | undefined) {
  return async (url: string, response: ServerResponse): Promise<boolean> => {
    if (url === '/api/health') return answer(response, 200, 'ok')
    if (url !== '/api/ready') return false
    if (phase() !== 'ready') return answer(response, 503, phase())
    return (await databaseAnswers(appUrl())) ? answer(response, 200, 'ready') : answer(response, 503, 'no database')
  }
}

function answer(response: ServerResponse, status: number, word: string): true {
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.end(JSON.stringify({ status: word }))
  return true
}

/** As the app's own role, on a connection of its own: the pool being busy is not the database being gone. */
async function databaseAnswers(url: string | undefined): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
