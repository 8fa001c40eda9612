import { expect, test } from 'vitest'
import { listFilters, listQuery } from '#lib/interventions/filters.ts'

const id = '01a2145a-73c3-7288-97fd-993bf68126ae'

test('what an address does not know is left out', () => {
  expect(listFilters({ state: 'NO', of: 'everything', staff: 'x', after: 'yesterday' }, { role: 'PARTNER_WORKER' })).toEqual({ state: 'OPEN', of: 'ours' })
})

test('the office begins with all of it; an address from the dashboard means one’s own agency', () => {
  expect(listFilters({}, { role: 'COORDINATOR' }).of).toBe('all')
  expect(listFilters({ state: 'PROPOSED' }, { role: 'COORDINATOR' }).of).toBe('ours')
  expect(listFilters({ of: 'all' }, { role: 'TEACHER' }).of).toBe('ours')
})

test('the next page begins after the last line, with a clock or without', () => {
  const filters = listFilters({ state: 'PAUSED', of: 'asked' }, { role: 'COUNSELOR' })
  const due = new Date('2026-11-24T09:00:00Z')
  expect(listQuery(filters, { dueAt: due, id })).toBe(`?state=PAUSED&of=asked&after=${due.getTime()}_${id}`)
  expect(listFilters(Object.fromEntries(new URLSearchParams(listQuery(filters, { dueAt: null, id }))), { role: 'COUNSELOR' }).after).toEqual({ at: null, id })
})
