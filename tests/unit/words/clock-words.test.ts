import { describe, expect, test } from 'vitest'
import { ago, dayHeading, dday } from '#lib/words/clock-words.ts'
import { daysBetween, formatDate, formatDay, formatDayTime, formatTime, isoDay } from '#lib/words/days.ts'

const seoul = (text: string) => new Date(`${text}+09:00`)
const now = seoul('2026-11-24T10:00:00')

describe('a deadline', () => {
  test.each([
    ['2026-11-27T18:00:00', 'D-3', 'far'],
    ['2026-11-26T00:00:00', 'D-2', 'far'],
    ['2026-11-25T00:30:00', 'D-1', 'near'],
    ['2026-11-24T18:00:00', 'D-day', 'near'],
    ['2026-11-24T10:00:00', 'D-day', 'near'],
    ['2026-11-24T09:50:00', '10분 지남', 'late'],
    ['2026-11-24T08:00:00', '2시간 지남', 'late'],
    ['2026-11-23T23:59:00', 'D+1', 'late'],
    ['2026-11-22T18:00:00', 'D+2', 'late'],
  ])('%s is %s', (due, text, tone) => {
    expect(dday(seoul(due), now, 'ko')).toMatchObject({ text, tone })
  })

  test('counts days by the clock in Seoul, not by that of the machine', () => {
    // In London it is still the 23rd.
    expect(dday(seoul('2026-11-24T23:59:00'), seoul('2026-11-24T00:01:00'), 'ko').text).toBe('D-day')
  })

  test('carries its exact time', () => {
    expect(dday(seoul('2026-11-24T18:00:00'), now, 'ko').exact).toBe('11월 24일 (화) 18:00')
    expect(dday(seoul('2026-11-24T18:00:00'), now, 'en').exact).toBe('Tue 24 Nov, 18:00')
  })

  test('is said in English as people say it', () => {
    const say = (due: string) => dday(seoul(due), now, 'en').text
    expect([say('2026-11-25T18:00:00'), say('2026-11-27T18:00:00'), say('2026-11-22T18:00:00'), say('2026-11-24T08:00:00')]).toEqual([
      'in 1 day', 'in 3 days', '2 days late', '2 hours late',
    ])
  })
})

test('how long ago', () => {
  const say = (at: string) => ago(seoul(at), now, 'ko')
  expect(say('2026-11-24T09:59:30')).toBe('방금')
  expect(say('2026-11-24T09:57:00')).toBe('3분 전')
  expect(say('2026-11-24T08:00:00')).toBe('2시간 전')
  expect(say('2026-11-23T23:00:00')).toBe('어제')
  expect(say('2026-11-21T10:00:00')).toBe('3일 전')
  expect(say('2026-11-01T10:00:00')).toBe('11월 1일 (일)')
})

test('the heading of a day', () => {
  expect(dayHeading(now, now, 'ko')).toBe('오늘 · 11월 24일 (화)')
  expect(dayHeading(seoul('2026-11-23T10:00:00'), now, 'ko')).toBe('어제 · 11월 23일 (월)')
  expect(dayHeading(seoul('2026-11-18T10:00:00'), now, 'en')).toBe('Wed 18 Nov')
})

test('dates agree with Intl for every month of two years', () => {
  const intl = new Intl.DateTimeFormat('ko-KR', { timeZone: 'Asia/Seoul', year: 'numeric', month: 'long', day: 'numeric' })
  for (let month = 0; month < 24; month += 1) {
    const at = new Date(Date.UTC(2026, month, 1 + month, month, 17))
    expect(formatDate(at, 'ko')).toBe(intl.format(at))
  }
})

test('days and times', () => {
  expect(formatDay(now, 'ko')).toBe('11월 24일 (화)')
  expect(formatTime(now)).toBe('10:00')
  expect(formatDayTime(now, 'en')).toBe('Tue 24 Nov, 10:00')
  expect(isoDay(seoul('2026-11-24T00:10:00'))).toBe('2026-11-24')
  expect(daysBetween(seoul('2026-12-31T23:59:00'), seoul('2027-01-01T00:00:00'))).toBe(1)
})
