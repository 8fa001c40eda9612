import { expect, test } from 'vitest'
import { dueBy } from '#lib/referrals/due.ts'
import { nextActions, urgencies } from '#lib/referrals/referral.ts'

const at = (text: string) => new Date(`${text}+09:00`)
const tuesday = at('2026-11-24T09:00:00')

test('danger waits two hours, on any day and at any time', () => {
  for (const from of [tuesday, at('2026-11-28T23:30:00'), at('2026-12-25T03:00:00')]) {
    for (const action of nextActions) expect(dueBy(action, 'NOW', from)).toEqual(new Date(from.getTime() + 2 * 3_600_000))
  }
})

test('today ends with the working day, but never in less than two hours', () => {
  expect(dueBy('RECEIVE', 'TODAY', tuesday)).toEqual(at('2026-11-24T18:00:00'))
  expect(dueBy('RECEIVE', 'TODAY', at('2026-11-24T17:30:00'))).toEqual(at('2026-11-24T19:30:00'))
})

test('a week’s steps count working days only', () => {
  expect(dueBy('RECEIVE', 'THIS_WEEK', tuesday)).toEqual(at('2026-11-25T18:00:00'))
  expect(dueBy('DECIDE', 'THIS_WEEK', tuesday)).toEqual(at('2026-12-01T18:00:00'))
  expect(dueBy('TRIAGE', 'THIS_WEEK', at('2026-12-23T10:00:00'))).toEqual(at('2026-12-29T18:00:00'))
})

test('the more urgent is never due later', () => {
  for (const action of nextActions) {
    const dues = urgencies.map((urgency) => dueBy(action, urgency, tuesday).getTime())
    expect(dues).toEqual(dues.toSorted((a, b) => a - b))
  }
})
