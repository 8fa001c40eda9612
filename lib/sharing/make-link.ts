import { randomBytes, randomInt } from 'node:crypto'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { linkDays } from './form.ts'
import { hashOf, pinHash, sealShown } from './link-secret.ts'

/** To whom, and for which form: the student (null) or one guardian. */
export interface Invited {
  formId: string
  guardianId: string | null
}

export interface MadeLink extends Invited {
  id: string
  tokenHash: Uint8Array<ArrayBuffer>
  pinHash: Uint8Array<ArrayBuffer>
  shownBox: Uint8Array<ArrayBuffer>
}

/**
 * A link to one form for one person. Its address is random and stands nowhere but as a hash; the PIN is told by another
 * way. Both are shown to the one who sends it, for ten minutes.
 */
export async function makeLink(invited: Invited): Promise<MadeLink> {
  const token = randomBytes(32).toString('base64url')
  const pin = String(randomInt(1_000_000)).padStart(6, '0')
  const id = newId()
  return { ...invited, id, tokenHash: hashOf(token), pinHash: pinHash(token, pin), shownBox: await sealShown({ token, pin }, id) }
}

/** Sends them. Earlier links of the same persons to these forms end. */
export async function keepLinks(tx: Tx, { officeId, staffId }: Actor, links: readonly MadeLink[]): Promise<void> {
  const at = now()
  await tx.consentLink.updateMany({ where: { officeId, OR: links.map(({ formId, guardianId }) => ({ formId, guardianId })), usedAt: null, endedAt: null }, data: { endedAt: at } })
  await tx.consentLink.createMany({
    data: links.map((link) => ({ ...link, officeId, subject: link.guardianId ? 'GUARDIAN' as const : 'STUDENT' as const, sentById: staffId, sentAt: at, expiresAt: new Date(at.getTime() + linkDays * 86_400_000) })),
  })
}
