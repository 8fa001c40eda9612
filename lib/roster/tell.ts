import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { fault } from '#lib/core/fault.ts'
import type { Progress } from './progress.ts'

/** Often enough to be seen, seldom enough to cost nothing. */
const EVERY = 700

/**
 * Tells how far an import is, through a door of its own: what the import itself writes is not seen before its end.
 * One telling at a time; what comes in between is passed over.
 */
export function writeProgress(actor: Pick<Actor, 'sessionKey' | 'officeId' | 'staffId'>, importId: string) {
  let under: Promise<void> = Promise.resolve()
  let next = 0

  const write = (progress: string, state: string) =>
    asActor(actor, (tx) => tx.$executeRaw`
      update roster_imports set progress = ${progress}::jsonb, state = ${state}::"RosterImportState"
      where office_id = ${actor.officeId}::uuid and id = ${importId}::uuid and state in ('READING', 'APPLYING')`).then(() => undefined)

  return {
    soon(progress: Progress, state: 'READING' | 'APPLYING') {
      if (performance.now() < next) return
      next = Number.POSITIVE_INFINITY
      // An import goes on whether or not it can be watched
      under = write(JSON.stringify(progress), state).catch((problem: unknown) => void fault(problem)).finally(() => (next = performance.now() + EVERY))
    },
    /** Settles when nothing is being told any more; afterwards nothing is told. */
    async done() {
      await under
      next = Number.POSITIVE_INFINITY
      await under
    },
  }
}
