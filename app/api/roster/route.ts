import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { signedInOrNull } from '#lib/access/session.ts'
import type { Actor } from '#lib/core/actor.ts'
import { AlreadyDone, Refusal } from '#lib/core/refusal.ts'
import { startUpload } from '#lib/roster/start.ts'
import { sentence } from '#lib/words/translate.ts'

/**
 * A plain form's address: takes the files, begins the import, and leads to its page while it goes on. With script the
 * same is asked for as JSON, so that the page can show how far the upload is. Where it may come from, the server's guard
 * has checked.
 */
export async function POST(request: Request): Promise<Response> {
  const body = Readable.from(request.body ?? [], { objectMode: false })
  const answer = await receive(request, body)
  // A browser reads no answer before it has sent everything
  if (!body.destroyed) await finished(body.resume()).catch(() => undefined)
  return answer
}

async function receive(request: Request, body: Readable): Promise<Response> {
  const actor = await signedInOrNull()
  if (!actor) return goOn(request, '/sign-in?next=%2Froster')
  try {
    const { path } = await startUpload(actor, Object.fromEntries(request.headers), body)
    return goOn(request, path)
  } catch (problem) {
    if (problem instanceof AlreadyDone) return goOn(request, problem.result)
    if (!(problem instanceof Refusal)) throw problem
    return refuse(request, actor, problem)
  }
}

/** What the page can say better than a bare sentence is said there. */
function refuse(request: Request, { locale }: Actor, { status, message }: Refusal): Response {
  const known = ['core.refusal.expired', 'core.refusal.otherContent', 'core.refusal.stillWorking', 'roster.refusal.notCleared'].includes(message)
  if (known) return goOn(request, `/roster?refused=${message.split('.').at(-1)}`)
  return new Response(sentence(locale, message), { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

function goOn(request: Request, path: string): Response {
  if (request.headers.get('accept') === 'application/json') return Response.json({ path })
  return new Response(null, { status: 303, headers: { location: path } })
}
