import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { RosterProblem } from './problem.ts'
import type { Arrived } from './unpack.ts'

/** All that came, before anything is read of it. */
export interface Upload {
  folder: string
  files: Arrived[]
  /** The form's key: a second press finds it taken. */
  key: string
  /** SHA-256 of names and contents: the same key with other files is refused. */
  digest: Uint8Array<ArrayBuffer>
}

export const MOST_UPLOADED = 200 * 1024 * 1024
const MOST_FILES = 20

/** Streams a form into `folder`. The names people gave are kept as words and never used as paths. */
export async function receive(headers: Record<string, string>, body: Readable, folder: string): Promise<Upload> {
  const upload: Upload = { folder, files: [], key: '', digest: new Uint8Array() }
  const digests: string[] = []
  const writes: Promise<void>[] = []
  let left = MOST_UPLOADED

  const parser = busboy({ headers, defParamCharset: 'utf8', limits: { files: MOST_FILES, fields: 10, fieldSize: 200, parts: 40 } })
  parser.on('field', (name, value) => {
    if (name === '_key') upload.key = value
  })
  parser.on('file', (_field, stream, { filename }) => {
    // A file box that was left empty arrives as a file without name and content
    if (!filename) return void stream.resume()
    const path = join(folder, `${upload.files.length}.upload`)
    const hash = createHash('sha256').update(filename)
    const index = upload.files.push({ name: filename.normalize('NFC').slice(0, 200), path }) - 1
    const counting = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        left -= chunk.length
        hash.update(chunk)
        done(left < 0 ? new RosterProblem('tooLarge') : null, chunk)
      },
    })
    writes.push(pipeline(stream, counting, createWriteStream(path, { mode: 0o600 })).then(() => void (digests[index] = hash.digest('hex'))))
  })
  parser.on('filesLimit', () => parser.destroy(new RosterProblem('tooLarge')))

  try {
    await Promise.all([pipeline(body, parser), firstFailure(parser, writes)])
    await Promise.all(writes)
  } catch (problem) {
    await Promise.allSettled(writes)
    throw problem instanceof RosterProblem ? problem : new RosterProblem('uploadAborted')
  }
  upload.digest = new Uint8Array(createHash('sha256').update(digests.join()).digest())
  return upload
}

/** A file that cannot be taken stops the form at once, instead of when all of it has come. */
function firstFailure(parser: busboy.Busboy, writes: Promise<void>[]): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.on('file', () => void writes.at(-1)?.catch((problem: unknown) => {
      parser.destroy(problem instanceof Error ? problem : undefined)
      reject(problem instanceof Error ? problem : new RosterProblem('uploadAborted'))
    }))
    parser.on('close', resolve)
  })
}
