import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid, NotFound, NotNow } from '#lib/core/refusal.ts'
import { standing, type NarrowConsent } from './consent.ts'
import { keepEvidence } from './keep-evidence.ts'
import { oneAtATime, tellOfConsent, toldLess } from './tell.ts'

/**
 * The same person agrees to less from now on: her wider consent ends and the narrower one begins in the same moment, for
 * the same purpose and not a day longer. It closes and opens nothing, so whoever may take a consent back may do this.
 */
export async function narrowConsent(actor: Actor, { consentId, items, sensitive = false, evidenceKind, evidence }: NarrowConsent): Promise<string> {
  must(actor, 'consent.withdraw')

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const wide = await tx.consent.findFirst({ where: { officeId, id: consentId } })
    if (!wide) throw new NotFound()
    const { studentId, subject, guardianId, recipientId, purpose, validUntil } = wide
    await oneAtATime(tx, studentId, recipientId)
    const at = now()
    if (standing(wide, at) !== 'GRANTED') throw new NotNow('sharing.refusal.nothingToWithdraw')
    const fewer = [...new Set(items)]
    if (fewer.length === 0) throw new Invalid('sharing.refusal.narrowToNothing', 'items')
    if (fewer.some((item) => !wide.items.includes(item)) || (sensitive && !wide.sensitive)) throw new Invalid('sharing.refusal.notNarrower', 'items')
    if (fewer.length === wide.items.length && sensitive === wide.sensitive) throw new Invalid('sharing.refusal.sameAsBefore', 'items')

    const { count } = await tx.consent.updateMany({
      where: { officeId, studentId, subject, guardianId, recipientId, state: 'GRANTED', withdrawnAt: null, OR: [{ supersededAt: null }, { supersededAt: { gt: at } }] },
      data: { supersededAt: at },
    })
    if (count === 0) throw new NotNow('core.refusal.faster')
    const id = newId()
    await tx.consent.createMany({
      data: [{
        id, officeId, studentId, subject, guardianId, recipientId, purpose, items: fewer, sensitive, state: 'GRANTED', validFrom: at, validUntil,
        evidenceKind, recordedById: staffId, recordedAt: at, narrowsId: consentId, formId: wide.formId, wording: wide.wording, language: wide.language,
      }],
    })
    await keepEvidence(tx, actor, { consentId: id, studentId, body: evidence }, { narrows: consentId, items: fewer, sensitive, evidenceKind, evidence })
    const path = await tellOfConsent(tx, actor, { studentId, consentId }, { type: 'consent.narrowed', data: { recipientId, subject, items: fewer } })
    return toldLess(tx, actor, path, recipientId)
  })
}
