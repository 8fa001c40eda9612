import { createHash, type Hash } from 'node:crypto'

/**
 * The chain over the audit. A seal covers the entries from the seal before it up to a place, in the order of place and
 * identifier, and carries the hash of the seal before: none can be taken out, put in or changed without all later hashes
 * changing too. The last hash is signed and kept outside of the database (heads.ts).
 */
export interface Seal {
  n: number
  /** Covers every entry below this place that no seal before it covers. */
  until: bigint
  entries: number
  digest: Buffer
  hash: Buffer
  sealedAt: Date
}

/** What comes before the first seal. */
export const start = { n: 0, until: 0n, hash: Buffer.alloc(32) } as const

/** All of an entry as one line, in SQL: every column, so that none can be changed unseen. */
export const entryLine = `json_build_array(id, office_id, place, (extract(epoch from at) * 1000)::bigint, staff_id, session_id, action, case_id, subject_id, outcome, address)::text`

export function linkHash(officeId: string, { n, until, entries, digest, sealedAt }: Omit<Seal, 'hash'>, before: Buffer): Buffer {
  const said = JSON.stringify(['hanai audit 1', officeId, n, until.toString(), entries, digest.toString('hex'), sealedAt.getTime(), before.toString('hex')])
  return createHash('sha256').update(said).digest()
}

/** The digest of a stretch as it grows. */
export class Stretch {
  entries = 0
  readonly #hash: Hash = createHash('sha256')

  add(line: string): void {
    this.entries += 1
    this.#hash.update(line).update('\n')
  }

  /** Once, at its end. */
  digest(): Buffer {
    return this.#hash.digest()
  }
}
