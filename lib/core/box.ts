import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose'

/**
 * What must not be read in the database, as a JSON Web Encryption (RFC 7516): each text has a key of its own (A256GCM),
 * wrapped with one that is not there (A256KW), whose name stands in the header beside what the text belongs to. In another
 * row it does not open.
 */
const forms = { alg: 'A256KW', enc: 'A256GCM' } as const

/** 32 bytes, and what they are called. */
export interface BoxKey {
  kid: string
  key: Uint8Array
}

export async function lock(text: string, owner: string, { kid, key }: BoxKey): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader({ ...forms, kid, sub: owner }).encrypt(key)
}

/** The text; null when its key is gone, it belongs elsewhere, or it was changed. */
export async function unlock(box: string, owner: string, keyNamed: (kid: string) => Uint8Array | undefined): Promise<string | null> {
  try {
    const { kid = '', sub } = decodeProtectedHeader(box)
    const key = keyNamed(kid)
    if (!key || sub !== owner) return null
    const { plaintext } = await compactDecrypt(box, key, { keyManagementAlgorithms: [forms.alg], contentEncryptionAlgorithms: [forms.enc] })
    return new TextDecoder().decode(plaintext)
  } catch {
    return null
  }
}

/** The name of the key a box was wrapped with. */
export const keyOf = (box: string): string | undefined => decodeProtectedHeader(box).kid
