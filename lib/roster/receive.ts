import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import { fault } from '#lib/core/fault.ts'
import { MOST_FILES, MOST_UPLOADED, RosterProblem } from './problem.ts'
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

/**
 * Streams a form into `folder`. The names people gave are kept as words and never used as paths. What cannot be taken
 * is let run past until the form has ended: a browser reads no answer before it has sent everything.
 */
export async function receive(headers: Record<string, string>, body: Readable, folder: string): Promise<Upload> {
  const upload: Upload = { folder, files: [], key: '', digest: new Uint8Array() }
  const left = { bytes: MOST_UPLOADED, files: MOST_FILES }
  const kept: Promise<string>[] = []
  try {
    const parser = busboy({ headers, defParamCharset: 'utf8', limits: { fields: 10, fieldSize: 200 } })
    parser.on('field', (name, value) => {
      if (name === '_key') upload.key = value
    })
    parser.on('file', (_field, stream, { filename }) => {
      // A file box that was left empty arrives as a file without name and content
      if (!filename || --left.files < 0) return void stream.resume()
      const path = join(folder, `${upload.files.length}.upload`)
      upload.files.push({ name: filename.normalize('NFC').slice(0, 200), path })
      const keeping = keep(stream, path, filename, left)
      kept.push(keeping)
      // Looked at when the form has ended; until then nobody waits for it
      keeping.catch(() => undefined)
    })
    await pipeline(body, parser)
    upload.digest = new Uint8Array(createHash('sha256').update((await Promise.all(kept)).join()).digest())
  } catch (problem) {
    await Promise.allSettled(kept)
    throw problem instanceof RosterProblem ? problem : new RosterProblem('uploadAborted')
  }
  if (left.files < 0) throw new RosterProblem('tooManyFiles')
  return upload
}

/** Writes one file as far as it may be written, and returns its digest. */
async function keep(stream: Readable, path: string, name: string, left: { bytes: number }): Promise<string> {
  const hash = createHash('sha256').update(name)
  const file = await open(path, 'wx', 0o600).catch((problem: unknown) => {
    stream.resume()
    throw notWritten(problem)
  })
  let problem: RosterProblem | undefined
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (problem) continue
      left.bytes -= chunk.length
      hash.update(chunk)
      problem = left.bytes < 0 ? new RosterProblem('tooLarge') : await file.appendFile(chunk).then(() => undefined, notWritten)
    }
  } finally {
    await file.close()
  }
  if (problem) throw problem
  return hash.digest('hex')
}

/** The disk is full, most likely: ours to mend, and logged. */
function notWritten(problem: unknown): RosterProblem {
  fault(problem)
  return new RosterProblem('unexpected')
}
