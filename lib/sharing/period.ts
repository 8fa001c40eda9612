import { Invalid } from '#lib/core/refusal.ts'
import { isoDay } from '#lib/words/days.ts'
import { longestYears, type Answer } from './consent.ts'

const day = 86_400_000

/** The first and the last moment of a day in Seoul. */
const startOf = (date: string): Date => new Date(`${date}T00:00:00+09:00`)
const endOf = (date: string): Date => new Date(startOf(date).getTime() + day - 1)

/**
 * From when until when an answer counts. A consent has a last day, in the future and not years away; what is no
 * consent opens nothing, and stands for a year unless asked again.
 */
export function consentPeriod({ state, validFrom, validUntil }: { state: Answer; validFrom?: string | undefined; validUntil?: string | undefined }, now: Date): { validFrom: Date; validUntil: Date } {
  const from = validFrom === undefined || validFrom === isoDay(now) ? now : startOf(validFrom)
  if (Math.abs(from.getTime() - now.getTime()) > 366 * day) throw new Invalid('sharing.refusal.farFrom', 'validFrom')
  if (validUntil === undefined) {
    if (state === 'GRANTED') throw new Invalid('core.field.required', 'validUntil')
    return { validFrom: from, validUntil: new Date(from.getTime() + 365 * day) }
  }
  return { validFrom: from, validUntil: lastDay(validUntil, from, now, longestYears * 366) }
}

/** The end of a last day that is not over, not before the beginning, and within `mostDays` of it. */
export function lastDay(date: string, from: Date, now: Date, mostDays: number): Date {
  const until = endOf(date)
  if (until <= now) throw new Invalid('core.field.future', 'validUntil')
  if (until <= from) throw new Invalid('core.field.order', 'validUntil')
  if (until.getTime() - from.getTime() > (mostDays + 1) * day) throw new Invalid('sharing.refusal.tooLong', 'validUntil', { days: mostDays })
  return until
}
