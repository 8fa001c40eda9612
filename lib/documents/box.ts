import { lockBytes, unlockBytes } from '#lib/core/box.ts'
import { currentKey, keyNamed } from '#lib/core/keys.ts'

/** What a document holds, encrypted: an envelope of its own whose key is not in the database, as sealed records have them. */
export async function sealBody(id: string, content: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(Buffer.from(await lockBytes(content, `documents ${id}`, currentKey('documents')), 'latin1'))
}

export const openBody = (id: string, box: Uint8Array): Promise<Uint8Array | null> =>
  unlockBytes(Buffer.from(box).toString('latin1'), `documents ${id}`, (kid) => keyNamed('documents', kid))
