import { failures, type Failure } from '#lib/roster/problem.ts'
import type { Words } from '#lib/words/translate.ts'

/** Why nothing was taken, as a sentence. */
export function sayFailure(failure: string | null, t: Words): string {
  const known: Failure = failures.find((one) => one === failure) ?? 'unexpected'
  return t(`roster.failure.${known}`)
}
