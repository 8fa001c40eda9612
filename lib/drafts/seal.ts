import { hkdfSync } from 'node:crypto'
import { lock, unlock, type BoxKey } from '#lib/core/box.ts'
import { env } from '#lib/core/env.ts'

let made: BoxKey | undefined

/** A key of its own from the service's secret, which is not in the database: a copy of the database does not open a draft. */
function draftKey(): BoxKey {
  made ??= { kid: 'drafts', key: new Uint8Array(hkdfSync('sha256', env().secret, '', 'hanai drafts 2', 32)) }
  return made
}

/** `owner` names whose it is and what it is: moved to another row it does not open. */
export async function seal(text: string, owner: string): Promise<Uint8Array<ArrayBuffer>> {
  return new TextEncoder().encode(await lock(text, owner, draftKey()))
}

/** The text, or null when it was sealed with another secret, for somebody else, or was changed. */
export function unseal(sealed: Uint8Array, owner: string): Promise<string | null> {
  return unlock(new TextDecoder().decode(sealed), owner, () => draftKey().key)
}
