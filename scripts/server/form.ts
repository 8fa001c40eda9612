import type { IncomingHttpHeaders } from 'node:http'
import busboy from 'busboy'
import { Refused } from './refused.ts'
import type { Routes } from './routes.ts'

/**
 * A form sent to a page, looked at before the framework sees it: it answers malformed ones with its own
 * error 500, and runs an action wherever it is sent to. A page takes only actions of its own, well-formed.
 */
export async function checkForm(headers: IncomingHttpHeaders, body: Buffer, page: string, routes: Routes): Promise<void> {
  const type = headers['content-type'] ?? ''
  const called = headers['next-action']
  const parts = type.startsWith('multipart/form-data') ? await fieldsOf(headers, body) : undefined

  if (called !== undefined) {
    if (Array.isArray(called) || !routes.accepts(page, called)) throw new Refused(404)
    if (parts) mustBeEncoded(parts, /^\d+$/)
    else if (!type.startsWith('text/plain')) throw new Refused(415)
    return mustBeArguments(parts ? parts.get('0') : body.toString('utf8'))
  }

  if (!parts) throw new Refused(415)
  mustBeEncoded(parts, /^\$ACTION_\d+:\d+$/)
  const named = actionsNamed(parts)
  if (named.length === 0) throw new Refused(400)
  if (!named.every((action) => routes.accepts(page, action))) throw new Refused(404)
}

type Fields = Map<string, string>

/** Text fields by name; refuses a body that breaks off or is not what its header says. */
function fieldsOf(headers: IncomingHttpHeaders, body: Buffer): Promise<Fields> {
  return new Promise((resolve, reject) => {
    const fields: Fields = new Map()
    const refuse = () => reject(new Refused(400))
    try {
      const parser = busboy({ headers, limits: { fields: 2_000, files: 20, fieldSize: body.length } })
      parser.on('field', (name, value) => fields.set(name, value))
      parser.on('file', (_name, stream) => stream.resume())
      parser.on('fieldsLimit', refuse)
      parser.on('filesLimit', refuse)
      parser.on('error', refuse)
      parser.on('close', () => resolve(fields))
      parser.end(body)
    } catch {
      refuse()
    }
  })
}

function mustBeEncoded(fields: Fields, structural: RegExp) {
  for (const [name, value] of fields) if (structural.test(name)) decoded(value)
}

/** What an action is called with is a list. */
function mustBeArguments(text: string | undefined) {
  if (!Array.isArray(decoded(text ?? ''))) throw new Refused(400)
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused(400)
  }
}

/** Without script a form names its action in a field: plainly, or with bound values in `$ACTION_1:0`. */
function actionsNamed(fields: Fields): string[] {
  return [...fields.keys()].flatMap((name) => {
    const plain = /^\$ACTION_ID_(.*)$/.exec(name)?.[1]
    if (plain !== undefined) return [plain]
    const reference = /^\$ACTION_REF_(\d+)$/.exec(name)?.[1]
    return reference === undefined ? [] : [boundAction(fields, reference)]
  })
}

function boundAction(fields: Fields, reference: string): string {
  const described = decoded(fields.get(`$ACTION_${reference}:0`) ?? 'null')
  if (typeof described !== 'object' || described === null || !('id' in described) || typeof described.id !== 'string') throw new Refused(400)
  const bound = 'bound' in described && typeof described.bound === 'string' ? /^\$@(\d+)$/.exec(described.bound)?.[1] : undefined
  if (bound !== undefined) mustBeArguments(fields.get(`$ACTION_${reference}:${Number.parseInt(bound, 16)}`))
  return described.id
}
