import { sealBytesOfCase, unsealBytes } from '#lib/core/ring-box.ts'

/** What a document holds, encrypted with the key of its case; the signed paper of a consent, which may outlive one, with its own (`holder`). */
export const sealBody = (id: string, holder: string, content: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => sealBytesOfCase(holder, content, `documents ${id}`)

export const openBody = (id: string, box: Uint8Array): Promise<Uint8Array | null> => unsealBytes(box, `documents ${id}`)
