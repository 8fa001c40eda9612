import type { CronItem, TaskList } from 'graphile-worker'

/**
 * What can be done in the background, by name. A payload carries identifiers only:
 * the queue is readable by the jobs role, so no name or text of a person belongs into it.
 */
export const tasks: TaskList = {}

/** What happens by the clock (UTC), whichever process is there to do it; each firing happens once. */
export const crons: CronItem[] = []
