import { log } from '#lib/core/log.ts'

/**
 * In production nothing but our own log lines leaves the process: the framework prints errors with their
 * messages and stacks, and those may quote what a person wrote. Kept are the kind of error and its digest,
 * which the error page shows as its reference.
 */
export function quietConsole(): void {
  console.error = (...said: unknown[]) => log.error(summary(said), 'framework.error')
  console.warn = (...said: unknown[]) => log.warn(summary(said), 'framework.warning')
  for (const name of ['log', 'info', 'debug'] as const) console[name] = () => undefined
}

function summary(said: unknown[]) {
  const problem = said.find((item) => item instanceof Error)
  const digest = problem && 'digest' in problem ? String(problem.digest) : undefined
  const code = problem && 'code' in problem ? String(problem.code) : undefined
  return { error: problem?.name ?? 'message', digest, code }
}
