import { z } from 'zod'
import { signedInOrNull } from '#lib/access/session.ts'
import { Refusal } from '#lib/core/refusal.ts'
import { DraftName, SaveDraft } from '#lib/drafts/draft.ts'
import { saveDraft } from '#lib/drafts/save-draft.ts'

/** `writer` is who the page was made for. */
const Kept = z.strictObject({ ...DraftName.shape, ...SaveDraft.shape, writer: z.uuid() })

/** Keeps what is being written, a moment after each pause. */
export async function POST(request: Request): Promise<Response> {
  const actor = await signedInOrNull()
  if (!actor) return answer(401)
  const kept = Kept.safeParse(await request.json().catch(() => null))
  if (!kept.success) return answer(422)
  const { kind, subject, writer, form, fields } = kept.data
  // Somebody else has signed in at this browser since: what stands on the page is not hers to keep.
  if (writer !== actor.staffId) return answer(401)
  try {
    await saveDraft(actor, { kind, subject }, { form, fields })
  } catch (error) {
    if (error instanceof Refusal) return answer(error.status)
    throw error
  }
  return answer(204)
}

function answer(status: number): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } })
}
