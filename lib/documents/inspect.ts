import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { Invalid } from '#lib/core/refusal.ts'
import { newId } from '#lib/core/id.ts'
import { shownName } from './name.ts'
import { refuseUnsafePdf } from './pdf.ts'
import { redraw, type Picture } from './redraw.ts'

/** A file that was looked at and made ready to be kept: named and known for what it is. */
export interface ReadyDocument {
  id: string
  name: string
  mediaType: string
  bytes: number
  /** Of what is kept, which of a picture is not what came. */
  sha256: Uint8Array<ArrayBuffer>
  /** Nothing of what came is left in it but what can be seen. */
  redrawn: boolean
  content: Uint8Array
}

const pictures: Record<string, Picture> = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' }

/**
 * What a file is says its beginning, never its name or what a browser says of it. PDF, JPEG, PNG and WebP are taken;
 * pictures are drawn anew, without place, camera and whatever else was in them. Everything else is refused, archives and
 * documents with programs in them above all. Outside of any transaction: it takes its time.
 */
export async function inspectDocument(given: { name: string; content: Uint8Array }): Promise<ReadyDocument> {
  const { content } = given
  if (content.length === 0) throw new Invalid('documents.refusal.empty', 'file')
  const type = await fileTypeFromBuffer(content).catch(() => undefined)
  if (type?.mime === 'image/heic' || type?.mime === 'image/heif') throw new Invalid('documents.refusal.heic', 'file')
  const picture = type && pictures[type.mime]
  if (!picture && type?.mime !== 'application/pdf') throw new Invalid('documents.refusal.kind', 'file')
  if (!picture) refuseUnsafePdf(content)

  const kept = picture ? await redraw(content, picture) : content
  return {
    id: newId(),
    name: shownName(given.name, picture === 'jpeg' ? 'jpg' : (picture ?? 'pdf')),
    mediaType: picture ? `image/${picture}` : 'application/pdf',
    bytes: kept.length,
    sha256: new Uint8Array(createHash('sha256').update(kept).digest()),
    redrawn: picture !== undefined,
    content: kept,
  }
}
