import pg from 'pg'
import { keyOf } from '#lib/core/box.ts'
import { env } from '#lib/core/env.ts'
import { seal, unseal } from '#lib/sealed/box.ts'
import { addKeys, currentKey, dropOldKeys, type RingName } from '#lib/sealed/keys.ts'
import { reachDatabase } from './database/reach.ts'
import { endWith, StartRefusal } from './refusal.ts'
import { readSettings } from './settings.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Where boxes of each ring stand, and which column names what they belong to. */
const places: { ring: RingName; table: string; id: string }[] = [
  { ring: 'content', table: 'sealed_records', id: 'id' },
  { ring: 'reporter', table: 'sealed_reporters', id: 'record_id' },
]

/** `npm run keys:rotate`: new keys for sealed records; everything is sealed anew with them, then the old ones are forgotten. */
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
async function turn(owner: pg.Client, { ring, table, id }: (typeof places)[number]): Promise<number> {
  const { kid } = currentKey(ring)
  const { rows } = await owner.query<{ id: string; box: string }>(`select ${id} as id, box from ${table} where box <> ''`)
  let turned = 0
  for (const row of rows) {
    if (keyOf(row.box) === kid) continue
    const text = await unseal(ring, row.box, row.id)
    // The old keys stay as long as anything cannot be read: nothing is lost by turning them.
    if (text === null) throw new StartRefusal(`열 수 없는 봉인 기록이 있어요: ${row.id}`, `A sealed record cannot be opened: ${row.id}`)
    await owner.query(`update ${table} set box = $1 where ${id} = $2 and box = $3`, [await seal(ring, text, row.id), row.id, row.box])
    turned++
  }
  return turned
}

await main().catch(endWith)
