import { notFound } from 'next/navigation'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { familiesOf, roundsOf } from '#lib/sharing/rounds.ts'
import { frameFor } from '#lib/today/frame.ts'

/** A round with its families, for whoever may ask a class; else there is no such page. */
export async function openRound(params: Promise<{ round: string }>) {
  const actor = await signedIn()
  const { round: id } = await params
  if (!may(actor, 'consent.round')) notFound()
  const { frame, round, families } = await asActor(actor, async (tx) => {
    const [one] = await roundsOf(tx, actor, id)
    return { frame: await frameFor(tx), round: one, families: one ? await familiesOf(tx, actor, id) : [] }
  })
  if (!round) notFound()
  return { actor, id, frame, round, families }
}
