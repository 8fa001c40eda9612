import { createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto'
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { env } from '#lib/core/env.ts'

/** The end of an office's chain at a moment, signed: what a database that was changed or cut off cannot bring back. */
export interface Head {
  officeId: string
  n: number
  /** The seal's hash, in hexadecimal. */
  hash: string
  at: string
}

const Line = z.strictObject({ officeId: z.uuid(), n: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/), at: z.iso.datetime(), signature: z.base64url() })

/** An Ed25519 key in the form of RFC 8410, but for its 32 bytes. */
const keyForm = Buffer.from('302e020100300506032b657004220420', 'hex')

let key: KeyObject | undefined

/** Made from the service's secret, which is not in the database. */
function headKey(): KeyObject {
  key ??= createPrivateKey({ key: Buffer.concat([keyForm, Buffer.from(hkdfSync('sha256', env().secret, '', 'hanai audit heads 1', 32))]), format: 'der', type: 'pkcs8' })
  return key
}

const said = ({ officeId, n, hash, at }: Head) => Buffer.from(JSON.stringify(['hanai audit head 1', officeId, n, hash, at]))

/** The last head written for each office since the service began. */
const written = new Map<string, number>()

/** Adds what is new to the month's file. Nothing in it is ever changed: it may lie on a medium that can only be added to. */
export async function keepHeads(heads: Head[], folder = env().auditFolder): Promise<void> {
  const fresh = heads.filter(({ officeId, n }) => (written.get(`${folder} ${officeId}`) ?? 0) < n)
  if (fresh.length === 0) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lines = fresh.map((head) => `${JSON.stringify({ ...head, signature: sign(null, said(head), headKey()).toString('base64url') })}\n`)
  await appendFile(join(folder, `heads-${(fresh[0]?.at ?? '').slice(0, 7)}.jsonl`), lines.join(''), { mode: 0o600, flush: true })
  for (const { officeId, n } of fresh) written.set(`${folder} ${officeId}`, n)
}

/** Every head that was ever kept, by office, and how many lines do not carry our signature. */
export async function keptHeads(folder = env().auditFolder): Promise<{ heads: Map<string, Head[]>; forged: number }> {
  const heads = new Map<string, Head[]>()
  let forged = 0
  const files = await readdir(folder).catch(() => [])
  for (const file of files.filter((name) => /^heads-.*\.jsonl$/.test(name)).toSorted()) {
    for (const text of (await readFile(join(folder, file), 'utf8')).split('\n')) {
      if (text === '') continue
      const head = read(text)
      if (head) push(heads, head)
      else forged++
    }
  }
  return { heads, forged }
}

function read(text: string): Head | null {
  try {
    const { signature, ...head } = Line.parse(JSON.parse(text))
    return verify(null, said(head), createPublicKey(headKey()), Buffer.from(signature, 'base64url')) ? head : null
  } catch {
    return null
  }
}

function push(heads: Map<string, Head[]>, head: Head) {
  const list = heads.get(head.officeId)
  if (list) list.push(head)
  else heads.set(head.officeId, [head])
}
