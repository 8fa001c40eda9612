import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '#lib/core/env.ts'

const algorithm = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

let key: Buffer | undefined

/** A key of its own from the service's secret, which is not in the database: a copy of the database does not open a draft. */
function draftKey(): Buffer {
  key ??= Buffer.from(hkdfSync('sha256', env().secret, '', 'hanai drafts 1', 32))
  return key
}

/** Nonce, tag, sealed text. `owner` names whose it is and what it is: moved to another row it does not open. */
export function seal(text: string, owner: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, draftKey(), nonce, { authTagLength: tagLength }).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]))
}

/** The text, or null when it was sealed with another secret, for somebody else, or was changed. */
export function unseal(sealed: Uint8Array, owner: string): string | null {
  const bytes = Buffer.from(sealed)
  try {
    const decipher = createDecipheriv(algorithm, draftKey(), bytes.subarray(0, nonceLength), { authTagLength: tagLength })
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
    return Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
