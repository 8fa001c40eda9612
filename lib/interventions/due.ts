import { rhythm } from '#lib/cases/case.ts'
import type { Level } from '#lib/cases/level.ts'
import { workingDaysAfter } from '#lib/core/days.ts'

/** Working days an agency has to answer, by level: the programme's defaults (1.9), not law. */
const answerDays = { EMERGENCY: 0, HIGH: 3, MODERATE: 7, WATCH: 10 } satisfies Record<Level, number>

const hour = 3_600_000

/** By when the agency answers. Asked late in the evening, "the same day" still leaves two hours. */
export function answerDue(level: Level, from: Date): Date {
  const due = workingDaysAfter(from, answerDays[level])
  const least = new Date(from.getTime() + 2 * hour)
  return due > least ? due : least
}

/** After somebody took it on: the first meeting, at the end of the day it begins; begun already, the next working day. */
export function startDue(startsOn: string, from: Date): Date {
  const start = endOfDay(startsOn)
  return start > from ? start : workingDaysAfter(from, 1)
}

/** When nobody named the next meeting: as often as the level asks to look at the whole, and not after the help was to end. */
export function checkDue(level: Level, endsOn: string | null, from: Date): Date {
  const check = workingDaysAfter(new Date(from.getTime() + rhythm[level].review * 24 * hour), 0)
  const end = endsOn === null ? null : endOfDay(endsOn)
  return end && end > from && end < check ? end : check
}

/** 18:00 in Seoul: until when a day counts. */
export const endOfDay = (day: string): Date => new Date(`${day}T18:00:00+09:00`)
