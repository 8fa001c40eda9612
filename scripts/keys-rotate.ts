import pg from 'pg'
import { keyOf } from '#lib/core/box.ts'
import { env } from '#lib/core/env.ts'
import { openBody, sealBody } from '#lib/documents/box.ts'
import { seal, unseal } from '#lib/core/ring-box.ts'
import { openExport, sealExport } from '#lib/exports/box.ts'
import { addKeys, currentKey, dropOldKeys, type RingName } from '#lib/core/keys.ts'
import { reachDatabase } from './database/reach.ts'
import { endWith, StartRefusal } from './refusal.ts'
import { readSettings } from './settings.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

interface Place {
  ring: RingName
  table: string
  /** The column that names what a box belongs to. */
  id: string
  /** The box in the new key; null when it cannot be opened. Documents are kept as bytes, the rest as text. */
  again: (box: string, id: string) => Promise<string | Uint8Array | null>
}

const text = (ring: RingName): Pick<Place, 'ring' | 'again'> => ({ ring, again: async (box, id) => {
  const opened = await unseal(ring, box, id)
  return opened === null ? null : seal(ring, opened, id)
} })

/** Where boxes of each ring stand. */
const places: Place[] = [
  { ...text('content'), table: 'sealed_records', id: 'id' },
  { ...text('reporter'), table: 'sealed_reporters', id: 'record_id' },
  { ring: 'documents', table: 'document_bodies', id: 'document_id', again: async (box, id) => {
    const opened = await openBody(id, Buffer.from(box, 'latin1'))
    return opened && sealBody(id, opened)
  } },
  { ...text('factors'), table: 'totp_factors', id: 'staff_id' },
  { ring: 'documents', table: 'export_bodies', id: 'export_id', again: async (box, id) => {
    const opened = await openExport(id, Buffer.from(box, 'latin1'))
    return opened && sealExport(id, opened)
  } },
]

/** `npm run keys:rotate`: new keys for sealed records and documents; everything is sealed anew with them, then the old ones are forgotten. */
async function main() {
  const stop = await reachDatabase(readSettings())
  const owner = new pg.Client({ connectionString: process.env['DATABASE_MIGRATE_URL'], options: '-c role=hanai_owner' })
  try {
    await owner.connect()
    addKeys()
    for (const place of places) say(`✓ ${place.ring}: ${await turn(owner, place)}`)
    dropOldKeys()
    say(`✓ ${env().keysFile}`)
  } finally {
    await owner.end()
    await stop()
  }
}

/** Each row by itself: what is written meanwhile is sealed with the new key already. Broken off, it may be run again. */
async function turn(owner: pg.Client, { ring, table, id, again }: Place): Promise<number> {
  const { kid } = currentKey(ring)
  const { rows } = await owner.query<{ id: string }>(`select ${id} as id from ${table}`)
  let turned = 0
  for (const row of rows) {
    const found = await owner.query<{ box: string | Buffer }>(`select box from ${table} where ${id} = $1 and length(box) > 0`, [row.id])
    const kept = found.rows[0]?.box
    const box = Buffer.isBuffer(kept) ? kept.toString('latin1') : kept
    if (!box || keyOf(box) === kid) continue
    const anew = await again(box, row.id)
    // The old keys stay as long as anything cannot be read: nothing is lost by turning them.
    if (anew === null) throw new StartRefusal(`열 수 없는 봉인 기록이 있어요: ${row.id}`, `A sealed record cannot be opened: ${row.id}`)
    await owner.query(`update ${table} set box = $1 where ${id} = $2 and box = $3`, [anew, row.id, kept])
    turned++
  }
  return turned
}

await main().catch(endWith)
