import pg from 'pg'
import { askWith } from '#lib/core/ask.ts'
import { keyOf } from '#lib/core/box.ts'
import { holderNamed, rewrapCaseKeys } from '#lib/core/case-keys.ts'
import { env } from '#lib/core/env.ts'
import { addKeys, currentKey, dropOldKeys } from '#lib/core/keys.ts'
import { seal, sealOfCase, unseal } from '#lib/core/ring-box.ts'
import { openBody, sealBody } from '#lib/documents/box.ts'
import { openExport, sealExport } from '#lib/exports/box.ts'
import { forgetDestroyed } from '#lib/retention/forget-keys.ts'
import { reachDatabase } from './database/reach.ts'
import { checkKeys } from './keys-check.ts'
import { markReporters } from './mark-reporters.ts'
import { endWith, StartRefusal } from './refusal.ts'
import { readSettings } from './settings.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

interface Row {
  id: string
  /** Whose key it should be in; null: its ring's. */
  holder: string | null
}

interface Place {
  name: string
  ring: 'content' | 'reporter' | 'documents' | 'factors'
  /** Each row, and whose key it should be in. */
  rows: string
  table: string
  id: string
  /** The box sealed anew; null when it cannot be opened. Documents are kept as bytes, the rest as text. */
  again: (box: string, row: Row) => Promise<string | Uint8Array | null>
}

const bytes = (box: string) => Buffer.from(box, 'latin1')
const textOfCase = (ring: 'content' | 'reporter') => async (box: string, { id, holder }: Row) => {
  const opened = await unseal(ring, box, id)
  return opened === null || holder === null ? null : sealOfCase(ring, holder, opened, id)
}

const factor = async (box: string, { id }: Row) => {
  const opened = await unseal('factors', box, id)
  return opened === null ? null : seal('factors', opened, id)
}

/** Where boxes stand. Those of cases are in the case's key, and stay as they are once they are: that key is wrapped anew. */
const places: Place[] = [
  { name: 'sealed', ring: 'content', table: 'sealed_records', id: 'id', rows: 'select id, case_id as holder from sealed_records', again: textOfCase('content') },
  {
    name: 'reporters', ring: 'reporter', table: 'sealed_reporters', id: 'record_id', again: textOfCase('reporter'),
    rows: 'select p.record_id as id, r.case_id as holder from sealed_reporters p join sealed_records r on r.office_id = p.office_id and r.id = p.record_id',
  },
  {
    name: 'documents', ring: 'documents', table: 'document_bodies', id: 'document_id',
    rows: 'select d.id, coalesce(d.case_id, d.id) as holder from document_bodies b join documents d on d.office_id = b.office_id and d.id = b.document_id',
    again: async (box, { id, holder }) => {
      const opened = await openBody(id, bytes(box))
      return opened && holder ? sealBody(id, holder, opened) : null
    },
  },
  { name: 'factors', ring: 'factors', table: 'totp_factors', id: 'staff_id', rows: 'select staff_id as id, null as holder from totp_factors', again: factor },
  { name: 'recovery codes', ring: 'factors', table: 'recovery_codes', id: 'id', rows: 'select id, null as holder from recovery_codes where box is not null', again: factor },
  {
    name: 'exports', ring: 'documents', table: 'export_bodies', id: 'export_id', rows: 'select export_id as id, null as holder from export_bodies',
    again: async (box, { id }) => {
      const opened = await openExport(id, bytes(box))
      return opened && sealExport(id, opened)
    },
  },
]

/** `npm run keys:rotate`: new keys at the heads of the rings; everything is sealed or wrapped anew with them, then the old ones are forgotten. */
async function main() {
  const stop = await reachDatabase(readSettings())
  const migrateUrl = process.env['DATABASE_MIGRATE_URL'] ?? ''
  const owner = new pg.Client({ connectionString: migrateUrl, options: '-c role=hanai_owner' })
  try {
    await owner.connect()
    await checkKeys(migrateUrl)
    addKeys()
    for (const place of places) say(`✓ ${place.name}: ${await turn(owner, place)}`)
    say(`✓ marks: ${await markReporters(owner)}`)
    say(`✓ cases: ${await rewrapCaseKeys()}`)
    dropOldKeys()
    await forgetDestroyed(askWith(owner))
    say(`✓ ${env().keysFile}`)
  } finally {
    await owner.end()
    await stop()
  }
}

/** Each row by itself: what is written meanwhile is sealed with the new key already. Broken off, it may be run again. */
async function turn(owner: pg.Client, { ring, rows, table, id, again }: Place): Promise<number> {
  const { kid } = currentKey(ring)
  let turned = 0
  for (const row of (await owner.query<Row>(rows)).rows) {
    const found = await owner.query<{ box: string | Buffer }>(`select box from ${table} where ${id} = $1 and length(box) > 0`, [row.id])
    const kept = found.rows[0]?.box
    const box = Buffer.isBuffer(kept) ? kept.toString('latin1') : kept
    if (!box || keyOf(box) === kid || (row.holder !== null && holderNamed(keyOf(box)) === row.holder)) continue
    const anew = await again(box, row)
    // The old keys stay as long as anything cannot be read: nothing is lost by turning them.
    if (anew === null) throw new StartRefusal(`열 수 없는 봉인 기록이 있어요: ${row.id}`, `A sealed record cannot be opened: ${row.id}`)
    await owner.query(`update ${table} set box = $1 where ${id} = $2 and box = $3`, [anew, row.id, kept])
    turned++
  }
  return turned
}

await main().catch(endWith)
