import { expect, test } from 'vitest'
import { weeksOf } from '#lib/interventions/weeks.ts'

const now = new Date('2026-11-24T09:00:00+09:00')
const course = { state: 'ACTIVE', startsOn: '2026-11-03', endsOn: '2026-12-08', dueAt: new Date('2026-12-01T10:00:00+09:00'), endedAt: null, meetings: [] }
const span = { before: 4, after: 3 }
const states = (more: Partial<Parameters<typeof weeksOf>[0]> = {}) => weeksOf({ ...course, ...more }, now, span).map(({ state }) => state)
const met = (day: string, attendance = 'ATTENDED') => ({ heldAt: new Date(`${day}T15:00:00+09:00`), attendance })

test('a week is held, missed, without a record, or still to come, and nothing before it began or after its end', () => {
  expect(states({ meetings: [met('2026-11-05'), met('2026-11-12', 'NO_SHOW')] })).toEqual(['outside', 'held', 'missed', 'empty', 'planned', 'next', 'planned', 'outside'])
})

test('weeks begin on Monday in Seoul, at midnight', () => {
  const weeks = weeksOf({ ...course, meetings: [{ heldAt: new Date('2026-11-22T23:59:00+09:00'), attendance: 'LATE' }, { heldAt: new Date('2026-11-23T00:00:00+09:00'), attendance: 'LATE' }] }, now, span)
  expect(weeks.map(({ held }) => held)).toEqual([0, 0, 0, 1, 1, 0, 0, 0])
  expect(weeks[4]).toMatchObject({ now: true, from: new Date('2026-11-23T00:00:00+09:00') })
})

test('what has ended has nothing to come; what was declined never ran', () => {
  expect(states({ state: 'COMPLETED', dueAt: null, endedAt: new Date('2026-11-18T10:00:00+09:00') })).toEqual(['outside', 'empty', 'empty', 'empty', 'outside', 'outside', 'outside', 'outside'])
  expect(new Set(states({ state: 'DECLINED' }))).toEqual(new Set(['outside']))
})

test('without an end it goes on', () => {
  expect(states({ endsOn: null }).at(-1)).toBe('planned')
})
