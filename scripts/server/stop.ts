import { log } from '#lib/core/log.ts'

/**
 * Stops in order on TERM, INT or HUP, and when the npm that started us is gone: killed hard, it cannot
 * tell us, and we would be left holding port and database. A second signal ends at once.
 */
export function whenAskedToStop(work: () => Promise<void>) {
  let stopping = false

  async function stop(signal: string, code: number) {
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    const hurry = setTimeout(() => process.exit(1), 30_000)
    hurry.unref()
    await work().catch((problem: unknown) => {
      log.error({ error: problem instanceof Error ? problem.name : 'unknown' }, 'stop.trouble')
      process.exitCode = 1
    })
    process.exit(process.exitCode ?? code)
  }

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(signal, 0))
  watchParent(() => void stop('parent gone', 0))

  return {
    /** Something that the service cannot do without has ended. */
    because: (korean: string, english: string) => {
      if (stopping) return
      process.stderr.write(`\n✗ ${korean}\n  ${english}\n\n`)
      void stop('database ended', 1)
    },
  }
}

function watchParent(gone: () => void) {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    gone()
  }, 500)
  watch.unref()
}
