import { createHash } from 'node:crypto'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import type { DocumentFields } from '#lib/documents/document.ts'
import { inspectDocument } from '#lib/documents/inspect.ts'
import { keepDocument } from '#lib/documents/keep-document.ts'
import { record } from '#lib/timeline/record.ts'
import { caseOf } from './move-case.ts'
import { refuseObserver } from './part.ts'

interface GivenFile {
  name: string
  content: Uint8Array
}

/** Puts a file to a case. The same press with the same file is done once. */
export async function addDocument(actor: Actor, { caseId, kind, layer, domain, linked = false }: DocumentFields, file: GivenFile, formKey: string): Promise<string> {
  must(actor, 'document.add')
  const ready = await inspectDocument(file)
  const digest = new Uint8Array(createHash('sha256').update(JSON.stringify([caseId, kind, layer, domain, linked])).update(file.content).digest())

  return asActor({ ...actor, form: { key: formKey, digest } }, async (tx) => {
    const { studentId } = await caseOf(tx, actor, caseId)
    await refuseObserver(tx, actor, caseId)
    const documentId = await keepDocument(tx, actor, { caseId, studentId, kind, layer, domain, linked }, ready)
    await record(tx, actor, { type: 'document.added', caseId, layer, domain, data: { documentId, kind } })
    return `/cases/${caseId}/documents#d-${documentId}`
  }, { patience: 60_000 })
}
