import { expect, test } from 'vitest'
import { answerDue, checkDue, startDue } from '#lib/interventions/due.ts'

const tuesday = new Date('2026-11-24T09:00:00+09:00')
const at = (text: string) => new Date(`${text}+09:00`)

test('an answer is due the same day, in 3, 7 or 10 working days', () => {
  expect(answerDue('EMERGENCY', tuesday)).toEqual(at('2026-11-24T18:00:00'))
  expect(answerDue('HIGH', tuesday)).toEqual(at('2026-11-27T18:00:00'))
  expect(answerDue('MODERATE', tuesday)).toEqual(at('2026-12-03T18:00:00'))
  expect(answerDue('WATCH', tuesday)).toEqual(at('2026-12-08T18:00:00'))
})

test('weekends and holidays do not count, except for an emergency', () => {
  // 25 December is a Friday.
  const before = at('2026-12-24T10:00:00')
  expect(answerDue('HIGH', before)).toEqual(at('2026-12-30T18:00:00'))
  expect(answerDue('EMERGENCY', at('2026-12-25T10:00:00'))).toEqual(at('2026-12-25T18:00:00'))
})

test('late in the evening an emergency leaves two hours', () => {
  expect(answerDue('EMERGENCY', at('2026-11-24T20:00:00'))).toEqual(at('2026-11-24T22:00:00'))
})

test('taken on, the first meeting is due on the day it begins; begun already, the next working day', () => {
  expect(startDue('2026-11-30', tuesday)).toEqual(at('2026-11-30T18:00:00'))
  expect(startDue('2026-11-20', tuesday)).toEqual(at('2026-11-25T18:00:00'))
})

test('without a next meeting it is looked at as often as the level asks, and not after its end', () => {
  expect(checkDue('HIGH', null, tuesday)).toEqual(at('2026-12-08T18:00:00'))
  expect(checkDue('MODERATE', '2026-12-01', tuesday)).toEqual(at('2026-12-01T18:00:00'))
  expect(checkDue('MODERATE', '2026-11-01', tuesday)).toEqual(at('2026-12-24T18:00:00'))
})
