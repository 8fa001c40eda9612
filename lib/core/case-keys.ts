import { randomBytes, randomUUID } from 'node:crypto'
import { link, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { keyOf, lockBytes, unlockBytes, type BoxKey } from './box.ts'
import { env } from './env.ts'
import { Id } from './id.ts'
import { currentKey, keyNamed } from './keys.ts'
import { Refusal } from './refusal.ts'

/**
 * What is sealed of a case is sealed with keys of that case: one small file each, in a folder that is not in the database,
 * every key in it wrapped by its ring's. Who has the folder alone opens nothing, who has the database alone nothing; and
 * when the file is gone, nothing of the case opens any more, in no copy of the database (decision 36). `holder` is the
 * case, or the signed paper of a consent itself.
 */
const Wrapped = z.strictObject({ content: z.string(), reporter: z.string(), documents: z.string() })
type Wrapped = z.output<typeof Wrapped>
export type CaseRing = keyof Wrapped
const rings = ['content', 'reporter', 'documents'] as const

/** The folder is not there, or what is in it cannot be opened: nothing can be sealed until whoever operates the service has seen to it. */
class KeysAway extends Refusal {
  constructor() {
    super(503, 'core.refusal.keysAway')
  }
}

/** The key to seal with, made when there is none yet. */
export async function caseKey(ring: CaseRing, holder: string): Promise<BoxKey> {
  const key = await unwrapped(ring, holder, (await kept(holder)) ?? (await make(holder)))
  if (!key) throw new KeysAway()
  return { kid: `${mark}${holder}`, key }
}

/** The key of a case that a box names; null when it is gone, or names no case. */
export async function caseKeyNamed(ring: CaseRing, kid: string): Promise<Uint8Array | null> {
  const holder = holderNamed(kid)
  const wrapped = holder ? await kept(holder) : null
  return holder && wrapped ? unwrapped(ring, holder, wrapped) : null
}

const mark = 'of '

/** Whose key a box names. A name stands in the database: it is held to its form before it becomes a path. */
export const holderNamed = (kid: string | undefined): string | undefined => (kid?.startsWith(mark) ? Id.safeParse(kid.slice(mark.length)).data : undefined)

/** Wraps the keys of every case with the newest of their rings; how many files were turned. */
export async function rewrapCaseKeys(): Promise<number> {
  let turned = 0
  for (const holder of await holders()) {
    const wrapped = await kept(holder)
    if (!wrapped || newest(wrapped)) continue
    const keys = await Promise.all(rings.map((ring) => unwrapped(ring, holder, wrapped)))
    const [content, reporter, documents] = keys
    if (!content || !reporter || !documents) throw new KeysAway()
    await put(holder, await wrap(holder, { content, reporter, documents }), rename)
    turned++
  }
  return turned
}

/** Whose keys are there. */
export async function holders(): Promise<string[]> {
  return [...new Set((await entries()).map((name) => name.slice(0, 36)))].filter((name) => Id.safeParse(name).success)
}

/** Removes the keys of these for good, and what was left over of writing them. */
export async function forgetKeys(of: ReadonlySet<string>): Promise<void> {
  const doomed = (await entries()).filter((name) => of.has(name.slice(0, 36)))
  for (const name of doomed) await rm(join(folder(), name), { force: true })
  if (doomed.length > 0) await settle()
}

const folder = () => env().caseKeysFolder
const place = (holder: string) => join(folder(), `${holder}.json`)
const owner = (ring: CaseRing, holder: string) => `key ${ring} ${holder}`
const newest = (wrapped: Wrapped) => rings.every((ring) => keyOf(wrapped[ring]) === currentKey(ring).kid)
const missing = (problem: unknown) => (problem as NodeJS.ErrnoException).code === 'ENOENT'

async function kept(holder: string): Promise<Wrapped | null> {
  try {
    return Wrapped.parse(JSON.parse(await readFile(place(holder), 'utf8')))
  } catch (problem) {
    if (missing(problem)) return null
    throw new KeysAway()
  }
}

const unwrapped = (ring: CaseRing, holder: string, wrapped: Wrapped) => unlockBytes(wrapped[ring], owner(ring, holder), (kid) => keyNamed(ring, kid))

async function wrap(holder: string, keys: Record<CaseRing, Uint8Array>): Promise<Wrapped> {
  const [content, reporter, documents] = [
    await lockBytes(keys.content, owner('content', holder), currentKey('content')),
    await lockBytes(keys.reporter, owner('reporter', holder), currentKey('reporter')),
    await lockBytes(keys.documents, owner('documents', holder), currentKey('documents')),
  ]
  return { content, reporter, documents }
}

/** Of two processes that begin at once the first wins, whole. */
async function make(holder: string): Promise<Wrapped> {
  const keys = { content: randomBytes(32), reporter: randomBytes(32), documents: randomBytes(32) }
  const wrapped = await wrap(holder, keys)
  const mine = await put(holder, wrapped, link)
  // The rings were turned meanwhile, and may have passed this folder before the file stood in it
  if (mine && !newest(wrapped)) await put(holder, await wrap(holder, keys), rename)
  return (await kept(holder)) ?? wrapped
}

/** Written aside and brought into place whole; false when another was faster. */
async function put(holder: string, wrapped: Wrapped, bring: (aside: string, place: string) => Promise<void>): Promise<boolean> {
  const aside = join(folder(), `${holder}.${randomUUID()}`)
  try {
    await writeFile(aside, `${JSON.stringify(wrapped)}\n`, { mode: 0o600, flush: true })
    await bring(aside, place(holder))
    await settle()
    return true
  } catch (problem) {
    if (missing(problem)) throw new KeysAway()
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem
    return false
  } finally {
    await rm(aside, { force: true })
  }
}

async function entries(): Promise<string[]> {
  try {
    return await readdir(folder())
  } catch (problem) {
    throw missing(problem) ? new KeysAway() : problem
  }
}

/** What was put into the folder or taken out of it is so after a power cut too. */
async function settle() {
  const handle = await open(folder(), 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
