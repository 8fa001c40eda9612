import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { keptHeads } from '#lib/audit/heads.ts'
import { sealAudit } from '#lib/audit/seal-audit.ts'
import { verifyAudit } from '#lib/audit/verify-audit.ts'
import { askWith } from '#lib/core/ask.ts'
import { bootstrap } from '#prisma/seed/bootstrap.ts'
import { bringUpToDate } from '#scripts/database/open.ts'
import { openThrowaway } from '#scripts/database/throwaway.ts'

/** `npm run bench:audit [-- entries]`: how long it takes to seal and to verify so many, in a thousand stretches. */
const size = Number(process.argv[2] ?? 1_000_000)
const stretches = 1000
const database = await openThrowaway({ autovacuum: 'on' })
const folder = await mkdtemp(join(tmpdir(), 'hanai-bench-heads-'))
try {
  await bringUpToDate(database.urls.migrate)
  Object.assign(process.env, { DATABASE_APP_URL: database.urls.app, DATABASE_AUTH_URL: database.urls.auth, DATABASE_JOBS_URL: database.urls.jobs, HANAI_SECRET: database.secret })
  const owner = new pg.Client({ connectionString: database.urls.migrate, options: '-c role=hanai_owner' })
  const jobs = new pg.Pool({ connectionString: database.urls.jobs, max: 1 })
  const sealer = await jobs.connect()
  try {
    await owner.connect()
    await measure(owner, sealer)
  } finally {
    await owner.end()
    sealer.release()
    await jobs.end()
  }
} finally {
  await rm(folder, { recursive: true, force: true })
  await database.stop()
}

async function measure(owner: pg.Client, jobs: pg.PoolClient) {
  const { officeId } = await bootstrap(owner, new Date(Date.now() - 3_600_000))
  let [writing, sealing] = [0, 0]
  for (let n = 0; n < stretches; n++) {
    writing += await timed(() => owner.query(
      `insert into audit_entries (id, office_id, at, staff_id, session_id, action, case_id)
       select gen_random_uuid(), $1, now(), (select id from staff order by id limit 1), gen_random_uuid(), 'case.read', gen_random_uuid() from generate_series(1, $2)`, [officeId, size / stretches]))
    sealing += await timed(() => sealAudit(jobs, folder))
  }
  say('written', writing)
  say('sealed', sealing)
  // As the server does by itself within a minute or so.
  await owner.query('analyze audit_entries')
  const { heads, forged } = await keptHeads(folder)
  let found = 0
  say('verified', await timed(async () => {
    const { entries, seals, findings } = await verifyAudit(askWith(jobs), officeId, heads.get(officeId) ?? [], forged)
    console.log(`${entries} entries under ${seals} seals, ${findings.length} findings, memory ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB`)
    found = findings.length
  }))
  if (found > 0) process.exitCode = 1
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function say(what: string, ms: number) {
  console.log(`${what.padEnd(9)} ${(ms / 1000).toFixed(1)} s, ${Math.round(size / (ms / 1000))} entries/s`)
}
