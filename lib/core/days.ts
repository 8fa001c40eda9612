/*
 * Korean working days. The law fixes the holidays (관공서의 공휴일에 관한 규정 §2, §3: the days and their substitutes); the
 * moon's are read from the calendar of the runtime. Days that are made holidays one by one (elections, a single bridge day)
 * are not known here: a deadline then falls a day earlier, never later.
 */
const day = 86_400_000
/** Korea has kept one offset all year round since 1988. */
const seoul = 9 * 3_600_000

type Rule = 'none' | 'sunday' | 'weekend'

/** Month, day, and when a substitute follows. */
const fixed: readonly [number, number, Rule][] = [
  [1, 1, 'none'], [3, 1, 'weekend'], [5, 5, 'weekend'], [6, 6, 'none'], [8, 15, 'weekend'], [10, 3, 'weekend'], [10, 9, 'weekend'], [12, 25, 'weekend'],
]
/** 설날 and 추석 with the days around them, 부처님오신날: by the moon. */
const lunar: Record<string, { around: number; rule: Rule }> = { '1/1': { around: 1, rule: 'sunday' }, '8/15': { around: 1, rule: 'sunday' }, '4/8': { around: 0, rule: 'weekend' } }

const moon = new Intl.DateTimeFormat('en-u-ca-dangi', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
const years = new Map<number, Set<number>>()

/** Whether people work on that day in Seoul. */
export function isWorkingDay(at: Date): boolean {
  const date = dayOf(at)
  return !isWeekend(date) && !holidaysOf(new Date(date * day).getUTCFullYear()).has(date)
}

/** A clock time in Seoul, `days` working days after the day of `at`; 0 is the same day, working or not. */
export function workingDaysAfter(at: Date, days: number, hour = 18): Date {
  let date = dayOf(at)
  for (let left = days; left > 0; ) {
    date++
    if (isWorkingDay(new Date(date * day - seoul))) left--
  }
  return new Date(date * day - seoul + hour * 3_600_000)
}

/** Days since 1970 on the calendar in Seoul. */
const dayOf = (at: Date): number => Math.floor((at.getTime() + seoul) / day)
/** 1 January 1970 was a Thursday. */
const weekday = (date: number): number => (date + 4) % 7
const isWeekend = (date: number): boolean => weekday(date) === 0 || weekday(date) === 6

function holidaysOf(year: number): Set<number> {
  const known = years.get(year)
  if (known) return known
  const named = [...fixedOf(year), ...lunarOf(year)].sort((a, b) => a.date - b.date)
  const holidays = new Set(named.map(({ date }) => date))
  const seen = new Set<number>()
  for (const { date, rule } of named) {
    const meets = seen.has(date)
    seen.add(date)
    if (rule === 'none' || !(meets || weekday(date) === 0 || (rule === 'weekend' && weekday(date) === 6))) continue
    let substitute = date + 1
    while (isWeekend(substitute) || holidays.has(substitute)) substitute++
    holidays.add(substitute)
  }
  years.set(year, holidays)
  return holidays
}

const fixedOf = (year: number) => fixed.map(([month, date, rule]) => ({ date: Date.UTC(year, month - 1, date) / day, rule }))

function lunarOf(year: number): { date: number; rule: Rule }[] {
  const first = Date.UTC(year, 0, 1) / day
  const last = Date.UTC(year, 11, 31) / day
  const found: { date: number; rule: Rule }[] = []
  for (let date = first; date <= last; date++) {
    const feast = lunar[moon.format(date * day)]
    if (!feast) continue
    for (let near = date - feast.around; near <= date + feast.around; near++) found.push({ date: near, rule: feast.rule })
  }
  return found
}
