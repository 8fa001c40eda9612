import type { Locale } from './locale.ts'

/*
 * Dates and times as people here write them, always in Asia/Seoul.
 * Korea has kept one offset, +9, all year round since 1988, so a clock moved by nine hours and read as UTC
 * is the clock on the wall. Intl.DateTimeFormat says the same forty times slower, and a timeline has hundreds.
 */
const seoulOffset = 9 * 60 * 60_000

const weekdays = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} satisfies Record<Locale, string[]>

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function onTheWall(at: Date, locale: Locale) {
  const wall = new Date(at.getTime() + seoulOffset)
  const month = wall.getUTCMonth()
  return {
    year: wall.getUTCFullYear(),
    month: locale === 'ko' ? month + 1 : months[month],
    day: wall.getUTCDate(),
    weekday: weekdays[locale][wall.getUTCDay()],
  }
}

/** 11월 24일 (화) · Tue 24 Nov */
export function formatDay(at: Date, locale: Locale): string {
  const { month, day, weekday } = onTheWall(at, locale)
  return locale === 'ko' ? `${month}월 ${day}일 (${weekday})` : `${weekday} ${day} ${month}`
}

/** 2026년 11월 24일 · 24 Nov 2026: for records and paper, where the year counts. */
export function formatDate(at: Date, locale: Locale): string {
  const { year, month, day } = onTheWall(at, locale)
  return locale === 'ko' ? `${year}년 ${month}월 ${day}일` : `${day} ${month} ${year}`
}

/** 2026년 11월 · Nov 2026 */
export function formatMonth(at: Date, locale: Locale): string {
  const { year, month } = onTheWall(at, locale)
  return locale === 'ko' ? `${year}년 ${month}월` : `${month} ${year}`
}

/** 18:00, in every language. */
export function formatTime(at: Date): string {
  return new Date(at.getTime() + seoulOffset).toISOString().slice(11, 16)
}

/** 11월 24일 (화) 18:00 · Tue 24 Nov, 18:00 */
export function formatDayTime(at: Date, locale: Locale): string {
  return formatDay(at, locale) + (locale === 'ko' ? ' ' : ', ') + formatTime(at)
}

/** 2026-11-24 in Seoul: the form of `<input type="date">`, and the key to group a timeline by day. */
export function isoDay(at: Date): string {
  return new Date(at.getTime() + seoulOffset).toISOString().slice(0, 10)
}

/** Calendar days in Seoul from `from` to `to`; negative when `to` is the earlier. */
export function daysBetween(from: Date, to: Date): number {
  const day = (at: Date) => Math.floor((at.getTime() + seoulOffset) / 86_400_000)
  return day(to) - day(from)
}
