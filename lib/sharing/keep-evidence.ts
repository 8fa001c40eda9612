import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { hashOf } from './link-secret.ts'
import type { Paper } from './paper.ts'

interface Shown {
  consentId: string
  studentId: string
  /** In words where it is, or how it was heard. */
  body: string
  witnessId?: string | null
  paper?: Paper | null
}

/**
 * What shows an answer, in a row of its own: its recipient does not read it. The hash covers all that was said, and the
 * paper where there is one; `said` is null where nothing has been answered yet.
 */
export async function keepEvidence(tx: Tx, { officeId }: Pick<Actor, 'officeId'>, { consentId, studentId, body, witnessId = null, paper = null }: Shown, said: object | null): Promise<void> {
  const hash = said && hashOf(JSON.stringify(paper ? { ...said, paper: Buffer.from(paper.sha256).toString('hex') } : said))
  await tx.consentEvidence.createMany({ data: [{ officeId, consentId, studentId, body, hash, witnessId, paperId: paper?.id ?? null }] })
}
