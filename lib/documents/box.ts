import { sealBytesOfCase, unsealBytes } from '#lib/core/ring-box.ts'

/** What a document holds, encrypted with the key of its case, or of the consent it is the evidence of (`holder`). */
export const sealBody = (id: string, holder: string, content: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => sealBytesOfCase(holder, content, `documents ${id}`)

export const openBody = (id: string, box: Uint8Array): Promise<Uint8Array | null> => unsealBytes(box, `documents ${id}`)
