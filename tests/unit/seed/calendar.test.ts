import { expect, test } from 'vitest'
import { calendarFor } from '#prisma/seed/calendar.ts'

const seoul = (text: string) => new Date(`${text}:00+09:00`)
const spoken = (at: Date) => new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 16)

function lay(made: string, ...told: string[]): string[] {
  const calendar = calendarFor(seoul(made), told)
  return told.map((when) => spoken(calendar.next(when)))
}

test('on a Thursday, days in the week stay where they are', () => {
  expect(lay('2026-11-26T11:00', 'T-2 10:00', 'T-1 17:00', 'T 08:30')).toEqual(['2026-11-24T10:00', '2026-11-25T17:00', '2026-11-26T08:30'])
})

test('on a Monday, the days before are working days, and different ones', () => {
  expect(lay('2026-11-23T11:00', 'T-3 10:00', 'T-2 10:00', 'T-1 17:00', 'T 08:30')).toEqual(['2026-11-18T10:00', '2026-11-19T10:00', '2026-11-20T17:00', '2026-11-23T08:30'])
})

test('in the night and on a holiday, today is the last day people worked', () => {
  expect(lay('2026-11-26T05:00', 'T-1 17:00', 'T 08:30')).toEqual(['2026-11-24T17:00', '2026-11-25T08:30'])
  expect(lay('2026-09-26T15:00', 'T 08:30')).toEqual(['2026-09-23T08:30'])
})

test('nothing is later than now, and each deed comes after the one before', () => {
  const calendar = calendarFor(seoul('2026-11-26T09:05'), ['T 08:30', 'T 16:00', 'T 15:00'])
  expect(spoken(calendar.next('T 08:30'))).toBe('2026-11-26T08:30')
  const [second, third] = [calendar.next('T 16:00'), calendar.next('T 15:00')]
  expect(spoken(second)).toBe('2026-11-26T09:03')
  expect(third.getTime()).toBeGreaterThan(second.getTime())
})

test('terms fall on working days, and never before they are set', () => {
  const calendar = calendarFor(seoul('2026-11-26T11:00'), ['T-12 09:00', 'T-1 17:00'])
  expect(calendar.due('T+2 17:00', seoul('2026-11-25T17:00'))).toEqual({ day: '2026-11-30', time: '17:00' })
  expect(calendar.due('T-12 08:00', seoul('2026-11-13T09:00'))).toEqual({ day: '2026-11-16', time: '08:00' })
  expect(calendar.day('T-4')).toBe('2026-11-20')
})

test('a story that goes back in time is refused', () => {
  expect(() => lay('2026-11-26T11:00', 'T-1 17:00', 'T-2 10:00')).toThrow('back in time')
  expect(() => lay('2026-11-26T11:00', 'T+1 17:00')).toThrow('not come yet')
})
