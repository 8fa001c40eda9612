import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { env } from './env.ts'

/** One ring of keys for the content of sealed records, one for who reported, one for documents and exports, one for the secrets of second factors: who has one opens nothing of the others. */
const rings = ['content', 'reporter', 'documents', 'factors'] as const
export type RingName = (typeof rings)[number]

const Ring = z.strictObject({ current: z.string(), keys: z.record(z.string(), z.base64url().length(43)) })
const Rings = z.strictObject({ content: Ring, reporter: Ring, documents: Ring, factors: Ring })
type Rings = z.output<typeof Rings>
/** As a file from before there were all of them has it. */
const KeptRings = Rings.partial({ documents: true, factors: true })

const empty = { current: '', keys: {} }

let read: { file: string; changed: number; rings: Rings } | undefined

/** The key to seal with now, and its name. */
export function currentKey(ring: RingName, file = env().keysFile): { kid: string; key: Buffer } {
  const { current, keys } = ringsIn(file)[ring]
  return { kid: current, key: Buffer.from(keys[current] ?? '', 'base64url') }
}

/** The key of that name, or undefined when it is no longer kept. */
export function keyNamed(ring: RingName, kid: string, file = env().keysFile): Buffer | undefined {
  const kept = ringsIn(file)[ring].keys[kid]
  return kept === undefined ? undefined : Buffer.from(kept, 'base64url')
}

/** Puts a new key at the head of each ring; the old ones still open what they sealed. */
export function addKeys(file = env().keysFile): void {
  writeAside(file, each(ringsIn(file), grown), renameSync)
}

/** Forgets every key but the ones at the heads: only when nothing is sealed with them any more. */
export function dropOldKeys(file = env().keysFile): void {
  const alone = ({ current, keys }: z.output<typeof Ring>) => ({ current, keys: { [current]: keys[current] ?? '' } })
  writeAside(file, each(ringsIn(file), alone), renameSync)
}

function ringsIn(file: string): Rings {
  if (!existsSync(file)) makeFile(file)
  const changed = statSync(file).mtimeMs
  // Another process may have turned the keys.
  if (read?.file !== file || read.changed !== changed) read = { file, changed, rings: wholeRings(file) }
  return read.rings
}

const each = ({ content, reporter, documents, factors }: Rings, turn: (ring: z.output<typeof Ring>) => z.output<typeof Ring>): Rings =>
  ({ content: turn(content), reporter: turn(reporter), documents: turn(documents), factors: turn(factors) })

const keptIn = (file: string) => KeptRings.parse(JSON.parse(readFileSync(file, 'utf8')))

/** Of two processes that find a ring missing one adds it; the other waits for it. */
function wholeRings(file: string): Rings {
  for (let tries = 0; tries < 100; tries++) {
    const kept = Rings.safeParse(keptIn(file))
    if (kept.success) return kept.data
    addRing(file)
  }
  throw new Error('the file of keys is locked: remove the .lock beside it when no process uses it')
}

function addRing(file: string) {
  const turn = `${file}.lock`
  try {
    closeSync(openSync(turn, 'wx', 0o600))
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem
    return void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
  }
  try {
    writeAside(file, { documents: grown(empty), factors: grown(empty), ...keptIn(file) }, renameSync)
  } finally {
    rmSync(turn)
  }
}

/**
 * Written aside and linked into place: of two processes that begin at once the first wins, whole. The folder of the keys of
 * single cases is begun with it, and never again by itself: one that is gone later must be missed.
 */
function makeFile(file: string) {
  mkdirSync(env().caseKeysFolder, { recursive: true, mode: 0o700 })
  writeAside(file, each({ content: empty, reporter: empty, documents: empty, factors: empty }, grown), (aside, place) => {
    try {
      linkSync(aside, place)
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem
    } finally {
      rmSync(aside)
    }
  })
}

function writeAside(file: string, content: Rings, place: (aside: string, file: string) => void) {
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true })
  place(aside, file)
  read = undefined
}

function grown({ keys }: z.output<typeof Ring>): z.output<typeof Ring> {
  const kid = `${new Date().toISOString().slice(0, 10)}-${randomBytes(4).toString('hex')}`
  return { current: kid, keys: { ...keys, [kid]: randomBytes(32).toString('base64url') } }
}
