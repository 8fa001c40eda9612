import sharp from 'sharp'
import { Invalid } from '#lib/core/refusal.ts'

export type Picture = 'jpeg' | 'png' | 'webp'

/** Pixels that may come in: a page scanned at 600 dots an inch. A small file may claim any number. */
const MOST_PIXELS = 40_000_000
/** The longer side of what is kept; enough to read small print on a sheet. */
const LONGEST_SIDE = 4_000

/** The same picture in new bytes: the right way up, and without anything that was written into the old ones. */
export async function redraw(content: Uint8Array, picture: Picture): Promise<Uint8Array> {
  const drawing = sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: 20 })
  try {
    return await (picture === 'jpeg' ? drawing.jpeg({ quality: 85 }) : picture === 'png' ? drawing.png() : drawing.webp({ quality: 85 })).toBuffer()
  } catch (problem) {
    const tooMany = problem instanceof Error && problem.message.includes('pixel limit')
    throw new Invalid(tooMany ? 'documents.refusal.pixels' : 'documents.refusal.broken', 'file')
  }
}
