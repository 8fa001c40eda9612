import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import type { DraftName, SaveDraft } from './draft.ts'
import { dropDraft, keepDraft } from './drafts.ts'

/** One's own, so every role may. An emptied form keeps nothing. */
export async function saveDraft(actor: Actor, name: DraftName, { form, fields }: SaveDraft): Promise<void> {
  const empty = Object.values(fields).every((value) => value.length === 0)
  await asActor(actor, (tx) => (empty ? dropDraft(tx, actor, name) : keepDraft(tx, actor, name, form, fields)))
}
