import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { z } from 'zod'
import { signedInOrNull } from '#lib/access/session.ts'
import { addDocument } from '#lib/cases/add-document.ts'
import { atMost } from '#lib/core/at-most.ts'
import { asActor } from '#lib/core/door.ts'
import { AlreadyDone, Invalid, Refusal } from '#lib/core/refusal.ts'
import { DocumentFields } from '#lib/documents/document.ts'
import { documentLimits } from '#lib/documents/queries.ts'
import { receiveFile } from '#lib/documents/receive.ts'
import { sentence } from '#lib/words/translate.ts'

/** Files looked at in the same moment: each is held in memory a few times over. */
const looked = atMost(2)

const Sent = DocumentFields.extend({ _key: z.uuid() }).strict()

/**
 * A plain form's address: takes one file for a case and leads back to its documents. With script the same is asked for
 * as JSON, so that the page can show how far it is. Where it may come from, the server's guard has checked.
 */
export async function POST(request: Request): Promise<Response> {
  const body = Readable.from(request.body ?? [], { objectMode: false })
  const answer = await looked.run(() => receive(request, body))
  // A browser reads no answer before it has sent everything
  if (!body.destroyed) await finished(body.resume()).catch(() => undefined)
  return answer
}

async function receive(request: Request, body: Readable): Promise<Response> {
  const actor = await signedInOrNull()
  if (!actor) return goOn(request, '/sign-in')
  let caseId = ''
  try {
    const { most } = await asActor({ sessionKey: actor.sessionKey }, (tx) => documentLimits(tx, actor))
    const { name, content, fields } = await receiveFile(Object.fromEntries(request.headers), body, most)
    caseId = fields['caseId'] ?? ''
    const sent = Sent.safeParse(fields)
    if (!sent.success) throw new Invalid(fields['kind'] ? 'core.field.unexpected' : 'documents.refusal.kindNeeded')
    const { _key, ...input } = sent.data
    return goOn(request, await addDocument(actor, input, { name, content }, _key))
  } catch (problem) {
    if (problem instanceof AlreadyDone) return goOn(request, problem.result)
    if (!(problem instanceof Refusal)) throw problem
    return refuse(request, caseId, problem, sentence(actor.locale, problem.message, problem.values))
  }
}

/** Beside the form, where it can be mended; without script on the page that is led back to. */
function refuse(request: Request, caseId: string, { status, message }: Refusal, said: string): Response {
  if (!wantsJson(request) && status !== 404 && status !== 403 && z.uuid().safeParse(caseId).success) {
    return goOn(request, `/cases/${caseId}/documents?refused=${encodeURIComponent(message)}`)
  }
  return new Response(said, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

const wantsJson = (request: Request) => request.headers.get('accept') === 'application/json'

function goOn(request: Request, path: string): Response {
  if (wantsJson(request)) return Response.json({ path })
  return new Response(null, { status: 303, headers: { location: path } })
}
