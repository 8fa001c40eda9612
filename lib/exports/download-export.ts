import { may, must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { NotFound, NotNow, Refusal } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import { openExport } from './box.ts'
import type { ExportFormat } from './export.ts'

export interface ExportFile {
  number: string
  format: ExportFormat
  content: Uint8Array
}

/** Its time is over. */
class Gone extends Refusal {
  constructor() {
    super(410, 'exports.refusal.gone')
  }
}

/** The file, for whoever asked for it, while its time lasts. Each time is on record, for each case that is in it. */
export async function downloadExport(tx: Tx, actor: Actor, id: string): Promise<ExportFile> {
  if (!may(actor, 'export.audit')) must(actor, 'export.make')
  const { officeId, staffId } = actor
  const found = Id.safeParse(id).success ? await tx.export.findFirst({ where: { officeId, id, requestedById: staffId }, select: { what: true, number: true, format: true, state: true, expiresAt: true } }) : null
  if (!found) throw new NotFound()
  must(actor, found.what === 'AUDIT' ? 'export.audit' : 'export.make')
  if (found.state !== 'READY' || !found.expiresAt) throw new NotNow()
  if (found.expiresAt <= now()) throw new Gone()
  const body = await tx.exportBody.findFirst({ where: { officeId, exportId: id }, select: { box: true } })
  const content = body && (await openExport(id, body.box))
  if (!content) throw new Gone()
  await audit(tx, actor, 'export.downloaded', { subjectId: id })
  await tx.$executeRaw`
    insert into audit_entries (id, office_id, at, staff_id, session_id, action, case_id, subject_id)
    select gen_random_uuid(), ${officeId}::uuid, ${now()}, ${staffId}::uuid, app.actor_session(), 'case.exported', c.id, x.id
    from exports x cross join lateral unnest(x.case_ids) as c(id) where x.office_id = ${officeId}::uuid and x.id = ${id}::uuid`
  return { number: found.number, format: found.format === 'CSV' ? 'CSV' : 'XLSX', content }
}
