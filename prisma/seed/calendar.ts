import { isWorkingDay } from '#lib/core/days.ts'
import { isoDay } from '#lib/words/days.ts'

const day = 86_400_000
const minute = 60_000
/** From here on a day has begun; before, the demo world still lives in the one before. */
const morning = '09:00'

/** `T-20 13:22`: twenty days before the world is made, at 13:22 in Seoul; `T 08:30`: that day; `T+3`: three days later. */
const shape = /^T([+-]\d+)?(?: (\d{2}:\d{2}))?$/

function read(text: string): { offset: number; clock: string | undefined } {
  const parts = shape.exec(text)
  if (!parts) throw new Error(`no day of the demo world: ${text}`)
  return { offset: Number(parts[1] ?? 0), clock: parts[2] }
}

export const momentOf = (isoDate: string, clock: string): Date => new Date(`${isoDate}T${clock}:00+09:00`)

/** A day as a form sends it, with the time when one was said. */
export interface Due {
  day: string
  time: string | undefined
}

/** The days of one story. */
export interface Calendar {
  /** The moment of the next deed: after the one before it, and never later than now. */
  next: (text: string) => Date
  /** A moment of a day the story has come to, for what is written down later. */
  earlier: (text: string) => Date
  /** The day alone, as a form sends it. */
  day: (text: string) => string
  /** By when, said at `from`: never a term that has passed already. */
  due: (text: string, from: Date) => Due
}

/**
 * Lays the days of a story, counted from the day the world is made, on working days: what was, on the day itself or before;
 * what will be, on it or after. `told` are all its moments in their order: days that differ go on being different days.
 */
export function calendarFor(made: Date, told: readonly string[]): Calendar {
  const today = dayOf(made, isWorkingDay(made) && made >= momentOf(isoDay(made), morning) ? 0 : before(made, -1))
  const placed = place(told.map((text) => read(text).offset), today)
  let last = 0

  /** A past day that the story does not tell stands before the next one that it does. */
  const untold = (offset: number) => before(today, Math.min(offset, ...[...placed].filter(([later]) => later > offset).map(([, actual]) => actual - 1)))
  const planned = (offset: number) => isoDay(dayOf(today, offset > 0 ? after(today, offset) : (placed.get(offset) ?? untold(offset))))
  const past = (text: string) => {
    const { offset, clock = morning } = read(text)
    return Math.min(momentOf(planned(offset), clock).getTime(), made.getTime() - 2 * minute)
  }

  return {
    next: (text) => new Date((last = Math.max(past(text), last + 1))),
    earlier: (text) => new Date(past(text)),
    day: (text) => planned(read(text).offset),
    due: (text, from) => {
      const { offset, clock: time } = read(text)
      const wanted = planned(offset)
      const fits = time === undefined ? wanted >= isoDay(from) : momentOf(wanted, time) > from
      return fits ? { day: wanted, time } : { day: isoDay(dayOf(from, after(from, 1))), time }
    },
  }
}

const dayOf = (from: Date, offset: number): Date => new Date(from.getTime() + offset * day)

/** The last working day at or before that many days from `from`, and the first at or after. */
const before = (from: Date, offset: number): number => (isWorkingDay(dayOf(from, offset)) ? offset : before(from, offset - 1))
const after = (from: Date, offset: number): number => (isWorkingDay(dayOf(from, offset)) ? offset : after(from, offset + 1))

/** From the last day back to the first: where there is no room before the next one, a day moves further back. */
function place(offsets: readonly number[], today: Date): Map<number, number> {
  if (offsets.some((offset, index) => offset < (offsets[index - 1] ?? offset))) throw new Error('the story goes back in time')
  const placed = new Map<number, number>()
  let next = 1
  for (const offset of [...new Set(offsets)].toReversed()) {
    if (offset > 0) throw new Error(`T+${offset} has not come yet`)
    next = before(today, Math.min(offset, next - 1))
    placed.set(offset, next)
  }
  return placed
}
