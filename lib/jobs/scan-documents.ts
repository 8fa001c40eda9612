import type { PoolClient } from 'pg'
import { env } from '#lib/core/env.ts'
import { fault } from '#lib/core/fault.ts'
import { openBody } from '#lib/documents/box.ts'
import { scan } from '#lib/documents/scanner.ts'

/** As many in one run; what is left waits for the next. */
const most = 50

/** Looks at everything that waits, the oldest first. A scanner that is down is asked again later, and nothing is let through meanwhile. */
export async function scanDocuments(client: PoolClient): Promise<void> {
  if (!env().clamav) return
  const { rows } = await client.query<{ office_id: string; id: string }>(`select office_id, id from documents where state = 'QUARANTINED' order by at, id limit $1`, [most])
  for (const { office_id: officeId, id } of rows) await scanDocument(client, officeId, id)
}

/** One document; nothing happens when it has been looked at already, or when nobody is set to look. */
export async function scanDocument(client: PoolClient, officeId: string, id: string): Promise<void> {
  const scanner = env().clamav
  if (!scanner) return
  const { rows } = await client.query<{ box: Buffer }>(`select box from document_bodies where office_id = $1 and document_id = $2`, [officeId, id])
  const content = rows[0] && (await openBody(id, rows[0].box))
  if (!content) return
  const found = await scan(scanner, content)
  if (found === 'infected') fault(new InfectedDocument())
  await client.query('begin')
  try {
    // Before its state says that it is nobody's to look at any more
    if (found === 'infected') await client.query('delete from document_bodies where office_id = $1 and document_id = $2', [officeId, id])
    await client.query(`update documents set state = $3, checked_how = 'SCANNED', checked_at = app.now() where office_id = $1 and id = $2 and state = 'QUARANTINED'`, [officeId, id, found === 'infected' ? 'REFUSED' : 'CLEAN'])
    await client.query('commit')
  } catch (problem) {
    await client.query('rollback')
    throw problem
  }
}

/** Named in the log, for whoever keeps the service: somebody uploaded malware. */
class InfectedDocument extends Error {
  override readonly name = 'InfectedDocument'
}
