import type { PoolClient } from 'pg'
import { askWith, type Ask } from '#lib/core/ask.ts'
import { inTurn } from '#lib/core/turn.ts'
import { linkHash, start, Stretch } from './chain.ts'
import { entriesOf } from './entries.ts'
import { keepHeads, type Head } from './heads.ts'

interface Last {
  officeId: string
  n: number
  until: bigint
  hash: Buffer
  at: Date | null
}

/**
 * Seals what was written since the last time and can no longer be joined by anything earlier, and keeps the new heads
 * outside of the database. A head that was not kept, because the service ended in between, is kept now.
 */
export async function sealAudit(client: PoolClient, folder?: string): Promise<void> {
  const ask = askWith(client)
  let heads: Head[] = []
  await inTurn(client, 'audit.seal', async () => {
    const ends: Last[] = []
    const settled = await settledPlace(ask)
    for (const last of await lastSeals(ask)) ends.push(await sealOffice(ask, last, settled))
    heads = ends.flatMap(({ officeId, n, hash, at }) => (at ? [{ officeId, n, hash: hash.toString('hex'), at: at.toISOString() }] : []))
    return 0
  })
  await keepHeads(heads, folder)
}

async function settledPlace(ask: Ask): Promise<bigint> {
  const [row] = await ask<{ place: string }>('select app.audit_settled()::text as place', [])
  return BigInt(row?.place ?? 0)
}

async function lastSeals(ask: Ask): Promise<Last[]> {
  const rows = await ask<{ officeId: string; n: number | null; until: string | null; hash: Buffer | null; at: Date | null }>(
    `select o.id as "officeId", s.n, s.until::text, s.hash, s.sealed_at as at from offices o
     left join lateral (select * from audit_seals s where s.office_id = o.id order by s.n desc limit 1) s on true order by o.id`, [])
  return rows.map(({ officeId, n, until, hash, at }) => ({ officeId, n: n ?? start.n, until: BigInt(until ?? start.until), hash: hash ?? start.hash, at }))
}

/** The office's chain with one seal more, if there was anything to seal. */
async function sealOffice(ask: Ask, last: Last, settled: bigint): Promise<Last> {
  const { officeId } = last
  const stretch = new Stretch()
  for await (const entries of entriesOf(ask, officeId, last.until, settled)) for (const { line } of entries) stretch.add(line)
  if (stretch.entries === 0) return last

  const [clock] = await ask<{ at: Date }>(`select date_trunc('milliseconds', app.now()) as at`, [])
  const sealedAt = clock?.at ?? new Date()
  const link = { n: last.n + 1, until: settled, entries: stretch.entries, digest: stretch.digest(), sealedAt }
  const hash = linkHash(officeId, link, last.hash)
  await ask(`insert into audit_seals (office_id, n, until, entries, digest, hash, sealed_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [officeId, link.n, link.until.toString(), link.entries, link.digest, hash, sealedAt])
  return { officeId, n: link.n, until: settled, hash, at: sealedAt }
}
