import { daysBetween, formatDay, formatDayTime } from './days.ts'
import type { Locale } from './locale.ts'
import { translator } from './translate.ts'

const minute = 60_000
const hour = 60 * minute

/** How a deadline stands: what to show, how loudly, and the exact time for hover and screen readers. */
export type Dday = { text: string; tone: 'late' | 'near' | 'far'; exact: string }

/**
 * D-3, D-day, D+2; a deadline missed earlier today says by how many hours.
 * Near is today and tomorrow.
 */
export function dday(due: Date, now: Date, locale: Locale): Dday {
  const t = translator(locale)
  const exact = formatDayTime(due, locale)
  const days = daysBetween(now, due)
  const overdue = now.getTime() - due.getTime()

  if (days < 0) return { text: t('ui.dday.late', { days: -days }), tone: 'late', exact }
  if (overdue >= hour) return { text: t('ui.dday.lateHours', { hours: Math.floor(overdue / hour) }), tone: 'late', exact }
  if (overdue > 0) return { text: t('ui.dday.lateMinutes', { minutes: Math.max(1, Math.floor(overdue / minute)) }), tone: 'late', exact }
  if (days === 0) return { text: t('ui.dday.today'), tone: 'near', exact }
  return { text: t('ui.dday.left', { days }), tone: days === 1 ? 'near' : 'far', exact }
}

/** 방금, 3분 전, 2시간 전, 어제, 3일 전; after a week the day itself. */
export function ago(at: Date, now: Date, locale: Locale): string {
  const t = translator(locale)
  const passed = now.getTime() - at.getTime()
  const days = daysBetween(at, now)

  if (passed < minute) return t('ui.ago.now')
  if (passed < hour) return t('ui.ago.minutes', { minutes: Math.floor(passed / minute) })
  if (days === 0) return t('ui.ago.hours', { hours: Math.floor(passed / hour) })
  if (days === 1) return t('ui.ago.yesterday')
  if (days <= 7) return t('ui.ago.days', { days })
  return formatDay(at, locale)
}

/** 오늘 · 11월 24일 (화), 어제 · …, else the day alone: the heading of a day in a timeline. */
export function dayHeading(at: Date, now: Date, locale: Locale): string {
  const t = translator(locale)
  const days = daysBetween(at, now)
  const day = formatDay(at, locale)
  if (days === 0) return t('ui.day.today', { day })
  if (days === 1) return t('ui.day.yesterday', { day })
  return day
}
