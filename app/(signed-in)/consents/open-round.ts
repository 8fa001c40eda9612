import { notFound } from 'next/navigation'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { familiesOf, roundsOf } from '#lib/sharing/rounds.ts'
import { frameFor } from '#lib/today/frame.ts'

/** A round with its families and what else the page asks of it, for whoever may ask a class; else there is no such page. */
export async function openRound<T = null>(params: Promise<{ round: string }>, ask?: (tx: Tx, actor: Actor, roundId: string) => Promise<T>) {
  const actor = await signedIn()
  const { round: id } = await params
  if (!may(actor, 'consent.round')) notFound()
  const found = await asActor(actor, async (tx) => {
    const [round] = await roundsOf(tx, actor, id)
    return round && { frame: await frameFor(tx), round, families: await familiesOf(tx, actor, id), more: (ask ? await ask(tx, actor, id) : null) as T }
  })
  if (!found) notFound()
  return { actor, id, ...found }
}
