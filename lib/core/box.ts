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

/** Finds the key that a box names. */
type KeyNamed = (kid: string) => Uint8Array | undefined | null | Promise<Uint8Array | undefined | null>

export const lock = (text: string, owner: string, key: BoxKey): Promise<string> => lockBytes(new TextEncoder().encode(text), owner, key)

export async function lockBytes(bytes: Uint8Array, owner: string, { kid, key }: BoxKey): Promise<string> {
  return new CompactEncrypt(bytes).setProtectedHeader({ ...forms, kid, sub: owner }).encrypt(key)
}

/** The text; null when its key is gone, it belongs elsewhere, or it was changed. */
export async function unlock(box: string, owner: string, keyNamed: KeyNamed): Promise<string | null> {
  const bytes = await unlockBytes(box, owner, keyNamed)
  return bytes && new TextDecoder().decode(bytes)
}

export async function unlockBytes(box: string, owner: string, keyNamed: KeyNamed): Promise<Uint8Array | null> {
  try {
    const { kid = '', sub } = decodeProtectedHeader(box)
    const key = await keyNamed(kid)
    if (!key || sub !== owner) return null
    const { plaintext } = await compactDecrypt(box, key, { keyManagementAlgorithms: [forms.alg], contentEncryptionAlgorithms: [forms.enc] })
    return plaintext
  } catch {
    return null
  }
}

/** The name of the key a box was wrapped with. */
export const keyOf = (box: string): string | undefined => decodeProtectedHeader(box).kid
