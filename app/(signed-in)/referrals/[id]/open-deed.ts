import { notFound } from 'next/navigation'
import type { Actor } from '#lib/core/actor.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { mayMove, whyNot, type Off } from '#lib/referrals/deeds.ts'
import { referralView } from '#lib/referrals/head.ts'
import type { MoveName } from '#lib/referrals/referral.ts'
import type { ReferralView } from '#lib/referrals/view.ts'
import { frameFor, type FrameCounts } from '#lib/today/frame.ts'

export interface OpenDeed<Rest = object> {
  actor: Actor
  frame: FrameCounts
  referral: ReferralView
  /** Why it cannot be done now; then the page says so instead of asking. */
  off: Off | null
  rest: Rest
}

export type DeedParams = { params: Promise<{ id: string }> }

/** What the page of one deed needs. Whose role it is not, or whose referral it is not, finds nothing. */
export async function openDeed<Rest = object>(actor: Actor, { params }: DeedParams, name: MoveName, rest?: (tx: Tx, actor: Actor, referral: ReferralView) => Promise<Rest>): Promise<OpenDeed<Rest>> {
  if (!mayMove(actor, name)) notFound()
  const { id } = await params
  const found = await asActor(actor, async (tx) => {
    const referral = await referralView(tx, actor, id)
    if (!referral) return null
    return { frame: await frameFor(tx), referral, rest: rest ? await rest(tx, actor, referral) : ({} as Rest) }
  })
  if (!found) notFound()
  const off = whyNot(name, found.referral, actor)
  if (off === 'notApplicant') notFound()
  return { actor, ...found, off }
}
