import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import type { DraftName } from './draft.ts'
import { dropDraft } from './drafts.ts'

/** It is no longer wanted. One's own, so every role may. */
export async function discardDraft(actor: Actor, name: DraftName): Promise<void> {
  await asActor(actor, (tx) => dropDraft(tx, actor, name))
}
