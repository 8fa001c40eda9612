import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { z } from 'zod'
import { lock, unlock, type BoxKey } from '#lib/core/box.ts'
import { env } from '#lib/core/env.ts'

/** Address and PIN of a link, for whoever sent it. */
const Shown = z.strictObject({ token: z.string(), pin: z.string() })
export type Shown = z.output<typeof Shown>

const made = new Map<string, BoxKey>()

/** A key of its own for each use, from the service's secret, which is not in the database. */
function keyFor(use: 'links' | 'signatures'): BoxKey {
  const known = made.get(use) ?? { kid: use, key: new Uint8Array(hkdfSync('sha256', env().secret, '', `hanai consent ${use}`, 32)) }
  made.set(use, known)
  return known
}

export const hashOf = (token: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(token).digest())

/** A million PINs are soon tried by whoever has a copy of the database; without the service's secret there is nothing to try them on. */
export const pinHash = (token: string, pin: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHmac('sha256', env().secret).update(`consent pin\n${token}\n${pin}`).digest())

export async function sealShown(shown: Shown, linkId: string): Promise<Uint8Array<ArrayBuffer>> {
  return new TextEncoder().encode(await lock(JSON.stringify(shown), `link ${linkId}`, keyFor('links')))
}

export async function openShown(box: Uint8Array, linkId: string): Promise<Shown | null> {
  const text = await unlock(new TextDecoder().decode(box), `link ${linkId}`, () => keyFor('links').key)
  return text === null ? null : Shown.parse(JSON.parse(text))
}

export const sealSignature = (text: string, linkId: string): Promise<string> => lock(text, `signature ${linkId}`, keyFor('signatures'))
export const openSignature = (box: string, linkId: string): Promise<string | null> => unlock(box, `signature ${linkId}`, () => keyFor('signatures').key)
