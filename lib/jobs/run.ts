import { Logger, parseCronItems, run, runMigrations, type Runner } from 'graphile-worker'
import pg from 'pg'
import { sealAudit } from '#lib/audit/seal-audit.ts'
import { log } from '#lib/core/log.ts'
import { closePost } from '#lib/notices/post.ts'
import { crons, tasks } from './tasks.ts'

/** The queue speaks through our log, without its messages: they may quote a payload. */
const quiet = new Logger(({ taskIdentifier, label }) => (level) => {
  if (level === 'error') log.error({ job: taskIdentifier ?? label ?? 'jobs' }, 'job.trouble')
})

/**
 * Makes or upgrades the queue's tables as hanai_owner. The jobs role works in them but does not own them;
 * prisma/policies/900-jobs.sql opens them to it, so policies are applied after this.
 */
export async function migrateJobs(migrateUrl: string): Promise<void> {
  const pool = quietPool({ connectionString: migrateUrl, options: '-c role=hanai_owner', max: 2 })
  try {
    await runMigrations({ pgPool: pool, logger: quiet })
  } finally {
    await pool.end()
  }
}

/** Works off the queue as hanai_jobs until stopped. Several processes share one queue. */
export async function startJobs(jobsUrl: string): Promise<{ stop: () => Promise<void> }> {
  const pool = quietPool({ connectionString: jobsUrl, max: 6 })
  const runner = await run({
    pgPool: pool,
    taskList: tasks,
    parsedCronItems: parseCronItems(crons),
    concurrency: 3,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: quiet,
  })
  reportFailures(runner)
  await runner.addJob('audit.seal', {}, { jobKey: 'audit.seal at start' })
  return {
    stop: async () => {
      await runner.stop()
      await sealLast(pool)
      closePost()
      await pool.end()
    },
  }
}

/** What was written since the last seal goes under one before the service ends. Where that fails the next start does it. */
async function sealLast(pool: pg.Pool) {
  try {
    const client = await pool.connect()
    try {
      await sealAudit(client)
    } finally {
      client.release()
    }
  } catch {
    log.warn({ job: 'audit.seal' }, 'job.unsealedAtStop')
  }
}

function reportFailures(runner: Runner) {
  runner.events.on('job:error', ({ job, error }) => {
    log.error({ job: job.task_identifier, attempt: job.attempts, error: error instanceof Error ? error.name : 'unknown' }, 'job.failed')
  })
  runner.promise.catch(() => log.error({ job: 'runner' }, 'job.stopped'))
}

function quietPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(options)
  const lost = () => {
    if (!pool.ending) log.warn({ job: 'pool' }, 'job.connectionLost')
  }
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}
