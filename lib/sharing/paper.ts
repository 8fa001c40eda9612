import type { Actor } from '#lib/core/actor.ts'
import { atMost } from '#lib/core/at-most.ts'
import type { Tx } from '#lib/core/door.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { inspectDocument, type ReadyDocument } from '#lib/documents/inspect.ts'
import { keepDocument } from '#lib/documents/keep-document.ts'

/** A photograph or a PDF of a signed paper, as it came. */
export interface GivenPaper {
  name: string
  content: Uint8Array
}

/** Looked at in the same moment: each is held in memory a few times over. */
const looked = atMost(2)

/** Outside of any transaction: it takes its time. */
export const readyPaper = (given: GivenPaper | undefined): Promise<ReadyDocument | undefined> =>
  looked.run(async () => given && inspectDocument(given))

export interface Paper {
  id: string
  sha256: Uint8Array
}

type Of = { studentId: string; formId: string | null; paperId?: string | undefined }

/** The paper that shows an answer: kept now, or one of this child's that is there already. Null: none was given. */
export async function paperFor(tx: Tx, actor: Actor, { studentId, formId, paperId }: Of, ready: ReadyDocument | undefined): Promise<Paper | null> {
  if (ready) return { id: await keepDocument(tx, actor, { studentId, formId }, ready), sha256: ready.sha256 }
  if (paperId === undefined) return null
  const found = await tx.document.findFirst({ where: { officeId: actor.officeId, id: paperId, studentId, caseId: null, endedAt: null, state: { not: 'REFUSED' } }, select: { id: true, sha256: true } })
  if (!found) throw new Invalid('core.refusal.foreign', 'paperId')
  return found
}
