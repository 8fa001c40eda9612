import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { Refusal } from '#lib/core/refusal.ts'
import { readDocument } from '#lib/documents/read-document.ts'
import { sentence } from '#lib/words/translate.ts'

/**
 * A document as a file to keep, never shown in our own pages: it is not ours, and whatever it may turn out to be has no
 * origin to act in (the sandbox is set by the server: scripts/server/headers.ts).
 */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params
  const actor = await signedIn(`/api/documents/${id}`)
  if (!may(actor, 'document.read')) return new Response(null, { status: 404 })
  try {
    const { name, mediaType, content } = await asActor(actor, (tx) => readDocument(tx, actor, id))
    return new Response(new Uint8Array(content), {
      headers: {
        'content-type': mediaType,
        'content-length': String(content.length),
        'content-disposition': `attachment; filename="document.${name.split('.').at(-1)}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)}`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem
    return new Response(problem.status === 404 ? null : sentence(actor.locale, problem.message), { status: problem.status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  }
}
