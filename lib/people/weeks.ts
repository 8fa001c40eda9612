import { z } from 'zod'
import { isoDay } from '#lib/words/days.ts'

const day = 86_400_000

/** A week of the calendar, Monday to Sunday in Seoul, by its Monday: 2026-11-23. */
export const Week = z.iso.date().transform((text) => mondayOf(new Date(`${text}T12:00:00+09:00`)))

export function mondayOf(at: Date): string {
  const noon = new Date(`${isoDay(at)}T12:00:00Z`)
  return new Date(noon.getTime() - ((noon.getUTCDay() + 6) % 7) * day).toISOString().slice(0, 10)
}

export function weekSpan(monday: string): { from: Date; until: Date } {
  const from = new Date(`${monday}T00:00:00+09:00`)
  return { from, until: new Date(from.getTime() + 7 * day) }
}

export const weekBeside = (monday: string, by: 1 | -1): string => mondayOf(new Date(weekSpan(monday).from.getTime() + by * 7 * day + day / 2))

/** A quarter as 2026-4. */
export const Quarter = z.string().regex(/^20\d{2}-[1-4]$/)

export function quarterOf(at: Date): string {
  const [year = '', month = '1'] = isoDay(at).split('-')
  return `${year}-${Math.ceil(Number(month) / 3)}`
}

export function quarterBeside(quarter: string, by: 1 | -1): string {
  const [year = 0, n = 1] = quarter.split('-').map(Number)
  const at = year * 4 + (n - 1) + by
  return `${Math.floor(at / 4)}-${(at % 4) + 1}`
}
