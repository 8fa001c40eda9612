import type { Ask } from '#lib/core/ask.ts'
import { linkHash, start, Stretch, type Seal } from './chain.ts'
import { entriesOf } from './entries.ts'
import type { Head } from './heads.ts'

/**
 * changed: as many entries as were sealed, but not the same; removed, added: fewer, more; unlinked: a seal that does not
 * follow from the one before; cut: seals that were witnessed outside are gone; rewritten: the chain has another hash
 * there than the one witnessed outside; unwitnessed: there is no recent witness outside; forged: a witness that is not ours.
 */
export const troubles = ['changed', 'removed', 'added', 'unlinked', 'cut', 'rewritten', 'unwitnessed', 'forged'] as const
export type Trouble = (typeof troubles)[number]

export interface Finding {
  trouble: Trouble
  /** The seal it was found at. */
  seal: number
}

export interface Verified {
  entries: number
  seals: number
  /** Written since the last seal. */
  open: number
  heads: number
  findings: Finding[]
}

/** No use in naming them all. */
const most = 50

/** Goes through an office's whole audit, and holds it against its seals and these against what was kept outside. */
export async function verifyAudit(ask: Ask, officeId: string, heads: readonly Head[], forged = 0): Promise<Verified> {
  const seals = await sealsOf(ask, officeId)
  const { entries, open, findings } = await compare(ask, officeId, seals)
  findings.push(...brokenLinks(officeId, seals), ...witnessed(seals, heads))
  if (forged > 0) findings.push({ trouble: 'forged', seal: 0 })
  return { entries, seals: seals.length, open, heads: heads.length, findings: findings.toSorted((a, b) => a.seal - b.seal).slice(0, most) }
}

async function sealsOf(ask: Ask, officeId: string): Promise<Seal[]> {
  const rows = await ask<Omit<Seal, 'until'> & { until: string }>(
    'select n, until::text, entries, digest, hash, sealed_at as "sealedAt" from audit_seals where office_id = $1 order by n', [officeId])
  return rows.map((row) => ({ ...row, until: BigInt(row.until) }))
}

/** Each stretch of entries beside the seal that covers it. */
async function compare(ask: Ask, officeId: string, seals: Seal[]): Promise<{ entries: number; open: number; findings: Finding[] }> {
  const findings: Finding[] = []
  let [entries, open, at] = [0, 0, 0]
  let stretch = new Stretch()
  const finish = () => {
    const seal = seals[at++]
    if (seal) findings.push(...differences(stretch, seal))
    stretch = new Stretch()
  }
  for await (const page of entriesOf(ask, officeId, start.until - 1n, null)) {
    for (const { place, line } of page) {
      while (at < seals.length && place >= (seals[at]?.until ?? 0n)) finish()
      entries++
      if (at < seals.length) stretch.add(line)
      else open++
    }
  }
  while (at < seals.length) finish()
  return { entries, open, findings }
}

function differences(stretch: Stretch, { n, entries, digest }: Seal): Finding[] {
  if (stretch.entries < entries) return [{ trouble: 'removed', seal: n }]
  if (stretch.entries > entries) return [{ trouble: 'added', seal: n }]
  return stretch.digest().equals(digest) ? [] : [{ trouble: 'changed', seal: n }]
}

function brokenLinks(officeId: string, seals: Seal[]): Finding[] {
  let before: { n: number; until: bigint; hash: Buffer } = start
  return seals.flatMap((seal) => {
    const follows = seal.n === before.n + 1 && seal.until >= before.until && linkHash(officeId, seal, before.hash).equals(seal.hash)
    before = seal
    return follows ? [] : [{ trouble: 'unlinked' as const, seal: seal.n }]
  })
}

/** What was kept outside must still be there, with the same hash, and must be recent: of the last seal or the one before. */
function witnessed(seals: Seal[], heads: readonly Head[]): Finding[] {
  const hashes = new Map(seals.map(({ n, hash }) => [n, hash.toString('hex')]))
  const findings = heads.flatMap(({ n, hash }): Finding[] => {
    const found = hashes.get(n)
    if (found === undefined) return [{ trouble: 'cut', seal: n }]
    return found === hash ? [] : [{ trouble: 'rewritten', seal: n }]
  })
  const last = seals.at(-1)?.n ?? 0
  const newest = heads.reduce((most, { n }) => Math.max(most, n), 0)
  if (newest < last - 1) findings.push({ trouble: 'unwitnessed', seal: last })
  return findings
}
