import pg from 'pg'
import { bringUpToDate, openEmbedded } from '#scripts/database/open.ts'
import { events } from '#lib/timeline/events.ts'
import { guardians, helpers, world } from './load.sql.ts'

/** `npm run bench:data`: 50,000 cases with 500,000 events over 20 offices, in the folder `data/bench`. Runs anew over nothing. */
export const benchFolder = 'data/bench'

if (import.meta.main) await load()

async function load() {
  const started = performance.now()
  const database = await openEmbedded(benchFolder, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '4GB' })
  await bringUpToDate(database.urls.migrate)
  const owner = new pg.Client({ connectionString: database.urls.migrate, options: '-c role=hanai_owner' })
  await owner.connect()
  try {
    if ((await owner.query('select 1 from cases limit 1')).rowCount) {
      console.log('The bench world is already there.')
    } else {
      await fill(owner)
    }
    await check(owner)
  } finally {
    await owner.end()
    await database.stop()
  }
  console.log(`Ready in ${Math.round((performance.now() - started) / 1000)} s`)
}

async function fill(owner: pg.Client) {
  const watched = ['events', 'cases', 'case_members', 'interventions', 'referrals', 'consents']
  await owner.query('begin')
  await owner.query(helpers)
  // The triggers of the rules look at one row at a time; here `check` looks at all rows at once afterwards.
  for (const table of watched) await owner.query(`alter table ${table} disable trigger user`)
  for (const { name, sql } of world) {
    const before = performance.now()
    if (name === 'consents') await owner.query(guardians)
    const { rowCount } = await owner.query(sql)
    console.log(`${name.padEnd(16)} ${String(rowCount).padStart(8)}  ${Math.round(performance.now() - before)} ms`)
  }
  for (const table of watched) await owner.query(`alter table ${table} enable trigger user`)
  await owner.query('drop schema bench cascade')
  await owner.query('commit')
  await owner.query('vacuum analyze')
}

/** What the rules say of every row, and whether a sample reads as the verbs would have written it. */
async function check(owner: pg.Client) {
  const leads = await owner.query(`select count(*)::int as n from cases c where closed_at is null and not exists (
    select from case_members m where m.office_id = c.office_id and m.case_id = c.id and m.relation = 'LEAD' and m.ended_at is null and m.staff_id = c.lead_id)`)
  const open = await owner.query(`select count(*)::int as n from interventions i join cases c on c.office_id = i.office_id and c.id = i.case_id
    where c.closed_at is not null and i.state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED')`)
  if (leads.rows[0].n || open.rows[0].n) throw new Error(`rules broken: ${leads.rows[0].n} cases without their lead, ${open.rows[0].n} open under a closed case`)

  const sample = await owner.query<{ type: keyof typeof events; data: unknown }>('select type, data from events tablesample system (0.5) repeatable (1)')
  for (const { type, data } of sample.rows) events[type].parse(data)
  console.log(`${sample.rowCount} events of a sample read as the verbs write them.`)
}
