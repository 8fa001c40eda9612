import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { RosterProblem } from './problem.ts'

/** A file that arrived, under a name of ours; `name` is what people call it. */
export interface Arrived {
  name: string
  path: string
}

const MOST_ENTRIES = 200
const MOST_BYTES = 600 * 1024 * 1024
/** Text of this kind shrinks to a tenth; a thousandth is a bomb. */
const MOST_RATIO = 300
const FREE_OF_RATIO = 5 * 1024 * 1024

type Nature = 'zip' | 'excel' | 'text' | 'other'

/** What a file is, by its first bytes and never by its name. */
export async function natureOf(path: string): Promise<Nature> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    const start = buffer.subarray(0, bytesRead)
    if (start.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')) || start.subarray(0, 4).equals(Buffer.from('PK\x05\x06', 'latin1'))) return 'zip'
    if (start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return 'excel'
    const utf16 = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff) || (start.length > 3 && (start[1] === 0) !== (start[0] === 0))
    // Signs that no text holds: PDF and pictures have them within their first bytes
    const binary = start.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27))
    return binary && !utf16 ? 'other' : 'text'
  } finally {
    await file.close()
  }
}

/** The files of a zip, written into `folder` under names of ours. Refuses what is no plain archive of plain files. */
export async function unpack(zip: string, folder: string): Promise<Arrived[]> {
  const archive = await yauzl.openPromise(zip, { autoClose: false }).catch(asProblem)
  const arrived: Arrived[] = []
  const left = { bytes: MOST_BYTES, entries: MOST_ENTRIES }
  try {
    for await (const entry of archive.eachEntry() as AsyncIterable<yauzl.Entry>) {
      if (--left.entries < 0) throw new RosterProblem('bombZip')
      check(entry, left.bytes)
      if (entry.fileName === '[Content_Types].xml') throw new RosterProblem('excel')
      if (isChaff(entry.fileName)) continue
      const path = join(folder, `${arrived.length}.entry`)
      left.bytes -= await write(archive, entry, path, left.bytes)
      if ((await natureOf(path)) === 'zip') throw new RosterProblem('nestedZip')
      arrived.push({ name: entry.fileName, path })
    }
  } catch (problem) {
    return asProblem(problem)
  } finally {
    archive.close()
  }
  return arrived
}

function check(entry: yauzl.Entry, bytes: number) {
  if (entry.isEncrypted()) throw new RosterProblem('encryptedZip')
  // Unix mode of a symbolic link
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) throw new RosterProblem('pathZip')
  if (/\.zip$/i.test(entry.fileName)) throw new RosterProblem('nestedZip')
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
  if (entry.uncompressedSize > bytes || (entry.uncompressedSize > FREE_OF_RATIO && ratio > MOST_RATIO)) throw new RosterProblem('bombZip')
}

/** Folders, and what macOS and Windows add by themselves. */
const isChaff = (name: string): boolean => name.endsWith('/') || name.startsWith('__MACOSX/') || /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/i.test(name)

/** Writes one entry, and counts and sums up what really comes out of it. */
async function write(archive: yauzl.ZipFile, entry: yauzl.Entry, path: string, most: number): Promise<number> {
  let size = 0
  let sum = 0
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      sum = crc32(chunk, sum)
      done(size > most ? new RosterProblem('bombZip') : null, chunk)
    },
  })
  await pipeline(await archive.openReadStreamPromise(entry), counting, createWriteStream(path, { mode: 0o600 }))
  if (sum !== entry.crc32) throw new RosterProblem('brokenZip')
  return size
}

/** Whatever else goes wrong while reading an archive, the archive is broken. */
function asProblem(problem: unknown): never {
  if (problem instanceof RosterProblem) throw problem
  const message = problem instanceof Error ? problem.message : ''
  if (/relative path|absolute path|invalid characters/.test(message)) throw new RosterProblem('pathZip')
  throw new RosterProblem('brokenZip')
}
