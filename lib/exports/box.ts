import { lockBytes, unlockBytes } from '#lib/core/box.ts'
import { currentKey, keyNamed } from '#lib/core/keys.ts'

export async function sealExport(id: string, content: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(Buffer.from(await lockBytes(content, `exports ${id}`, currentKey('documents')), 'latin1'))
}

export const openExport = (id: string, box: Uint8Array): Promise<Uint8Array | null> =>
  unlockBytes(Buffer.from(box).toString('latin1'), `exports ${id}`, (kid) => keyNamed('documents', kid))
