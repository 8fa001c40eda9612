import { must } from '#lib/access/policy.ts'
import { openCaseOf } from '#lib/cases/move-case.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import { packReporter, reporterMarks } from '#lib/cases/reporter-text.ts'
import { refuseObserver } from '#lib/cases/part.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import { sealOfCase } from '#lib/core/ring-box.ts'
import type { SealedKind, WriteSealed } from './sealed.ts'

/**
 * Writes down what nobody may read but the writer and those she names. There is no entry on the timeline, no notice and
 * no count: to everybody else nothing has happened.
 */
export async function writeSealed(actor: Actor, { caseId, kind, body, reporter, reporterNames, readers }: WriteSealed): Promise<string> {
  must(actor, 'sealed.write')
  refuseRegistrationNumber(body)
  refuseRegistrationNumber(reporter, 'reporter')
  refuseRegistrationNumber(reporterNames, 'reporterNames')
  const told = { names: reporterNames, text: reporter }
  const id = newId()

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    await openCaseOf(tx, actor, caseId)
    await refuseObserver(tx, actor, caseId)
    const box = await sealOfCase('content', caseId, body, id)
    const reporterBox = packReporter(told) === '' ? null : await sealOfCase('reporter', caseId, packReporter(told), id)
    const named = [...new Set([staffId, ...readers])]
    await tx.sealedRecord.createMany({ data: [{ id, officeId, caseId, kind, box, byId: staffId, at: now() }] })
    for (const reader of named) await nameReader(tx, actor, { caseId, recordId: id, kind, staffId: reader }, { field: 'readers' })
    if (reporterBox) {
      await tx.sealedReporter.createMany({ data: [{ officeId, recordId: id, box: reporterBox, byId: staffId, at: now() }] })
      await tx.reporterMark.createMany({ data: (await reporterMarks(caseId, told)).map((mark) => ({ officeId, recordId: id, mark })) })
    }
    await audit(tx, actor, 'sealed.written', { caseId, subjectId: id })
    return `/cases/${caseId}/sealed/${id}`
  })
}

/** One more person who may open it; her naming's id. */
export async function nameReader(tx: Tx, actor: Actor, { caseId, recordId, kind, staffId }: { caseId: string; recordId: string; kind: SealedKind; staffId: string }, { field, byTwo = false }: { field: string; byTwo?: boolean }): Promise<string> {
  const [may] = await tx.$queryRaw<{ may: boolean; two: boolean }[]>`select app.may_be_named(${caseId}::uuid, ${staffId}::uuid, ${kind}::text) as may, app.named_by_two(${staffId}::uuid) as two`
  // The writer herself is named with the rest: she too must have a part in the case.
  if (!may?.may && staffId !== actor.staffId) throw new Invalid('sealed.refusal.notNameable', field)
  if (may?.two !== byTwo) throw new Invalid(byTwo ? 'core.refusal.notNow' : 'sealed.refusal.namedByTwo', field)
  const id = newId()
  await tx.sealedReader.createMany({ data: [{ id, officeId: actor.officeId, recordId, staffId, namedById: actor.staffId, at: now() }], skipDuplicates: true })
  return id
}
