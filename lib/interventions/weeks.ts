import { attended } from './intervention.ts'

const day = 86_400_000
/** Korea keeps one offset all year. 1 January 1970 was a Thursday, so weeks that begin on Monday are counted from the Monday before. */
const toSeoul = 9 * 3_600_000
const mondayBefore1970 = -3 * day

export const weekStates = ['held', 'missed', 'next', 'planned', 'empty', 'outside'] as const
export type WeekState = (typeof weekStates)[number]

export interface Week {
  /** Its Monday at midnight in Seoul. */
  from: Date
  state: WeekState
  /** Meetings the student came to. */
  held: number
  now: boolean
}

interface Course {
  state: string
  startsOn: string
  endsOn: string | null
  dueAt: Date | null
  endedAt: Date | null
  meetings: readonly { heldAt: Date; attendance: string }[]
}

/** How a piece of help went and is meant to go, a week a cell: `before` weeks back, this one, `after` ahead. */
export function weeksOf(course: Course, now: Date, { before, after }: { before: number; after: number }): Week[] {
  const current = weekOf(now)
  return Array.from({ length: before + 1 + after }, (_, at) => {
    const week = current - before + at
    const meetings = course.meetings.filter(({ heldAt }) => weekOf(heldAt) === week)
    const held = meetings.filter(({ attendance }) => attended(attendance)).length
    return { from: mondayOf(week), held, now: week === current, state: stateOf(course, week, current, held, meetings.length) }
  })
}

function stateOf({ state, startsOn, endsOn, dueAt, endedAt }: Course, week: number, current: number, held: number, met: number): WeekState {
  if (held > 0) return 'held'
  if (met > 0) return 'missed'
  const over = ['COMPLETED', 'DISCONTINUED', 'DECLINED'].includes(state)
  const last = over ? weekOf(endedAt ?? new Date(0)) : endsOn === null ? Infinity : weekOf(asMoment(endsOn))
  if (week < weekOf(asMoment(startsOn)) || week > last || state === 'DECLINED') return 'outside'
  if (dueAt && weekOf(dueAt) === week && week >= current && (state === 'ACTIVE' || state === 'ACCEPTED')) return 'next'
  return week < current ? 'empty' : 'planned'
}

const asMoment = (iso: string) => new Date(`${iso}T00:00:00+09:00`)
const weekOf = (at: Date): number => Math.floor((at.getTime() + toSeoul - mondayBefore1970) / (7 * day))
const mondayOf = (week: number): Date => new Date(week * 7 * day + mondayBefore1970 - toSeoul)
