import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { Invalid } from '#lib/core/refusal.ts'

/** A form with one file, before anything is believed of it. */
export interface ReceivedFile {
  name: string
  content: Buffer
  /** Everything else of the form. */
  fields: Record<string, string>
}

/** Takes a form with one file into memory, no further than `most` bytes; the rest is let run past. */
export async function receiveFile(headers: Record<string, string>, body: Readable, most: number): Promise<ReceivedFile> {
  const fields: Record<string, string> = {}
  const chunks: Buffer[] = []
  let name: string | undefined
  let problem: string | undefined
  try {
    const parser = busboy({ headers, defParamCharset: 'utf8', limits: { fields: 20, fieldSize: 200, files: 1, fileSize: most } })
    parser.on('field', (field, value) => (fields[field] = value))
    parser.on('filesLimit', () => (problem = 'documents.refusal.several'))
    parser.on('file', (_field, stream, { filename }) => {
      // A file box that was left empty arrives as a file without name and content
      if (!filename) return void stream.resume()
      name = filename
      // Of a form that breaks off the file breaks off too: said once, by the form
      stream.on('error', () => undefined)
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
      stream.on('limit', () => {
        problem = 'documents.refusal.tooLarge'
        chunks.length = 0
      })
    })
    await pipeline(body, parser)
  } catch {
    throw new Invalid('documents.refusal.aborted')
  }
  if (problem) throw new Invalid(problem, 'file', { most: megabytes(most) })
  if (name === undefined) throw new Invalid('documents.refusal.none', 'file')
  return { name, content: Buffer.concat(chunks), fields }
}

export const megabytes = (bytes: number): number => Math.round((bytes / 1_048_576) * 10) / 10
