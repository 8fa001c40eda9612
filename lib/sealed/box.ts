import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose'
import { currentKey, keyNamed, type RingName } from './keys.ts'

/**
 * A JSON Web Encryption (RFC 7516): each text has a key of its own (A256GCM), wrapped with the ring's current one
 * (A256KW), whose name stands in the header beside what the text belongs to. In another row it does not open.
 */
const forms = { alg: 'A256KW', enc: 'A256GCM' } as const

export async function seal(ring: RingName, text: string, owner: string): Promise<string> {
  const { kid, key } = currentKey(ring)
  return new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader({ ...forms, kid, sub: `${ring} ${owner}` }).encrypt(key)
}

/** The text; null when its key is gone, or it was sealed for something else. */
export async function unseal(ring: RingName, box: string, owner: string): Promise<string | null> {
  try {
    const { kid, sub } = decodeProtectedHeader(box)
    const key = typeof kid === 'string' ? keyNamed(ring, kid) : undefined
    if (!key || sub !== `${ring} ${owner}`) return null
    const { plaintext } = await compactDecrypt(box, key, { keyManagementAlgorithms: [forms.alg], contentEncryptionAlgorithms: [forms.enc] })
    return new TextDecoder().decode(plaintext)
  } catch {
    return null
  }
}

/** The name of the key a box was wrapped with. */
export const keyOf = (box: string): string | undefined => decodeProtectedHeader(box).kid
