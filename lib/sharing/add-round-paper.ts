import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { Invalid, NotFound } from '#lib/core/refusal.ts'
import { paperFor, readyPaper, type GivenPaper } from './paper.ts'
import type { AddRoundPaper } from './round.ts'

/** The paper of one family came back: photographed on the spot, before its answers are written down. */
export async function addRoundPaper(actor: Actor, { roundId, formId }: AddRoundPaper, given?: GivenPaper): Promise<string> {
  must(actor, 'consent.round')
  if (!given) throw new Invalid('documents.refusal.none', 'file')
  const ready = await readyPaper(given)
  return asActor(actor, async (tx) => {
    const form = await tx.consentForm.findFirst({ where: { officeId: actor.officeId, id: formId, roundId }, select: { studentId: true } })
    if (!form) throw new NotFound()
    await paperFor(tx, actor, { studentId: form.studentId, formId }, ready)
    return `/consents/${roundId}#f-${formId}`
  }, { patience: 60_000 })
}
