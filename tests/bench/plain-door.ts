import pg from 'pg'
import type { Tx } from '#lib/core/door.ts'
import { sql, type Sql } from '#lib/core/sql.ts'
import { statementName } from '#lib/core/statement-name.ts'

/**
 * The house's own questions, asked by plain `pg`: prepared statements on a pool, no transaction, no row security (the
 * account is the database's superuser). The person is set once for each connection, for functions that ask who reads.
 */
export function plainDoor(url: string, sessionKey: string) {
  const pool = new pg.Pool({ connectionString: url, max: 10, options: `-c hanai.session=${sessionKey}` })
  const ask = async <R>({ text, values }: Sql): Promise<R[]> => {
    const { rows } = await pool.query<R & object>({ name: statementName({ sql: text }), text, values })
    return rows
  }
  const raw = <R>(strings: TemplateStringsArray, ...values: unknown[]) => ask<R>(sql(strings, ...values))
  // Queries of the house read with nothing but $queryRaw and, on the page of a case, one draft.
  const tx = { $queryRaw: raw, $executeRaw: raw, draft: { findFirst: () => Promise.resolve(null) } } as unknown as Tx
  return { pool, raw, tx }
}
