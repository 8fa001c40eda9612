import { log } from './log.ts'
import { requests } from './request.ts'

/** A mistake of ours: logged by class, code and place, never by message (messages quote values). Returns the reference a person can read out. */
export function fault(error: unknown): string {
  const reference = requests.getStore()?.id ?? crypto.randomUUID()
  const known = error instanceof Error ? error : new Error('thrown value')
  const code = 'code' in known ? wordOf(String(known.code)) : undefined
  log.error({ reference, error: wordOf(known.name), code, at: placeOf(known) }, 'fault')
  return reference.slice(0, 8)
}

/** What programs call things: 23505, P2002, ECONNREFUSED, TypeError. Anything else may have been written by a person. */
const wordOf = (text: string): string => (/^[A-Za-z]\w{0,60}$|^[0-9A-Z]{5}$/.test(text) ? text : 'other')

/** A step of the stack as the engine writes it. */
const frame = /^ {4}at [\w$.<>[\] ]*\(?[\w.:/()[\]@~+-]+:\d+:\d+\)?$/

/** The first own file and line of the stack. The message stands before it, in as many lines as it likes, and may look like one. */
function placeOf({ stack = '', message }: Error): string | undefined {
  const lines = stack.slice(message === '' ? 0 : stack.indexOf(message) + message.length).split('\n').slice(1)
  return lines.find((line) => frame.test(line) && !line.includes('node_modules'))?.trim().slice(0, 200)
}
