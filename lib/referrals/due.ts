import { workingDaysAfter } from '#lib/core/days.ts'
import type { NextAction, Urgency } from './referral.ts'

/**
 * By when a step has to be done: the programme's defaults (1.9), not law. NOW and TODAY run on every day of the year,
 * because a child's safety knows no holiday; the rest in working days.
 */
const workingDays: Record<NextAction, Record<Exclude<Urgency, 'NOW'>, number>> = {
  RECEIVE: { TODAY: 0, THIS_WEEK: 1 },
  CONVERT: { TODAY: 0, THIS_WEEK: 1 },
  TRIAGE: { TODAY: 0, THIS_WEEK: 3 },
  ANSWER: { TODAY: 0, THIS_WEEK: 2 },
  DECIDE: { TODAY: 1, THIS_WEEK: 5 },
}

const hours = 3_600_000

export function dueBy(action: NextAction, urgency: Urgency, from: Date): Date {
  const inTwoHours = new Date(from.getTime() + 2 * hours)
  if (urgency === 'NOW') return inTwoHours
  const due = workingDaysAfter(from, workingDays[action][urgency])
  // Said late in the evening, "today" still leaves two hours.
  return due > inTwoHours ? due : inTwoHours
}
