import type { PoolClient } from 'pg'
import { askWith } from '#lib/core/ask.ts'
import { log } from '#lib/core/log.ts'
import { newId } from '#lib/core/id.ts'
import { tellFromJob } from '#lib/core/turn.ts'
import { keptHeads } from './heads.ts'
import { verifyAudit } from './verify-audit.ts'

/** Verifies every office's audit, as the service does each night. */
export async function checkAudits(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from offices order by id')
  for (const { id } of rows) await checkAudit(client, id)
}

/** Verifies one office's audit, keeps what was found, and tells the privacy officer when something does not hold. */
export async function checkAudit(client: PoolClient, officeId: string, folder?: string): Promise<void> {
  const ask = askWith(client)
  const began = performance.now()
  const { heads, forged } = await keptHeads(folder)
  const { entries, seals, open, heads: kept, findings } = await verifyAudit(ask, officeId, heads.get(officeId) ?? [], forged)

  const id = newId()
  await client.query('begin')
  try {
    await client.query(
      `insert into audit_checks (id, office_id, at, entries, seals, open, heads, findings, took_ms) values ($1, $2, app.now(), $3, $4, $5, $6, $7, $8)`,
      [id, officeId, entries, seals, open, kept, JSON.stringify(findings), Math.round(performance.now() - began)])
    if (findings.length > 0) await tell(client, officeId, id)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function tell(client: PoolClient, officeId: string, id: string) {
  log.error({ job: 'audit.check', reference: id }, 'audit.broken')
  const { rows } = await client.query<{ id: string }>(`select id from staff where office_id = $1 and role = 'PRIVACY_OFFICER' and left_at is null`, [officeId])
  for (const { id: staffId } of rows) await tellFromJob(client, 'audit.broken', officeId, `/audit/${id}`, { staffId })
}
