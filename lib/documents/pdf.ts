import { Invalid } from '#lib/core/refusal.ts'

/** What makes a PDF do something by itself, or carry another file. Names may be written with `#xx` for their letters. */
const active = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)(?![A-Za-z0-9])/

/**
 * A PDF begins and ends as one, so that it is nothing else at the same time, and has no program in it. What is packed
 * inside a stream is not unpacked here: that is the scanner's, and a PDF is never opened in our pages.
 */
export function refuseUnsafePdf(content: Uint8Array): void {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')
  if (!text.startsWith('%PDF-') || !text.slice(-1024).includes('%%EOF')) throw new Invalid('documents.refusal.broken', 'file')
  if (active.test(text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))))) throw new Invalid('documents.refusal.active', 'file')
}
