import { AsyncLocalStorage } from 'node:async_hooks'

const fixed = new AsyncLocalStorage<Date>()

/** The time of the deed. In the seed and in tests it can be set; everywhere else it is the time. */
export function now(): Date {
  return fixed.getStore() ?? new Date()
}

/** Runs `work` as if it were `at`: the demo world happens on days before the day it is made. */
export function atTime<T>(at: Date, work: () => T): T {
  return fixed.run(at, work)
}
