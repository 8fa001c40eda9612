import { log } from './log.ts'
import { requests } from './request.ts'

/** A mistake of ours: logged by class, code and place, never by message (messages quote values). Returns the reference a person can read out. */
export function fault(error: unknown): string {
  const reference = requests.getStore()?.id ?? crypto.randomUUID()
  const known = error instanceof Error ? error : new Error('thrown value')
  const code = 'code' in known ? String(known.code) : undefined
  log.error({ reference, error: known.name, code, at: placeOf(known) }, 'fault')
  return reference.slice(0, 8)
}

/** The first own file and line of the stack. */
function placeOf(error: Error): string | undefined {
  return error.stack?.split('\n').slice(1).find((line) => !line.includes('node_modules'))?.trim().slice(0, 200)
}
