import { expect, test } from 'vitest'
import { filtersHtml } from '#components/timeline/filters-html.ts'
import { edgeText } from '#lib/core/edge.ts'
import { filterQuery, isFiltered, timelineFilters } from '#lib/timeline/filters.ts'

const id = '019a0000-0000-7000-8000-000000000001'

test('an address and what it asks for are the same thing', () => {
  const filters = timelineFilters({ show: 'support', agency: id, domain: 'ECON' })
  expect(filters).toEqual({ show: 'support', agency: id, domain: 'ECON', before: undefined })
  expect(timelineFilters(Object.fromEntries(new URLSearchParams(filterQuery(filters))))).toEqual(filters)
  const entry = { at: new Date('2026-11-18T14:02:00+09:00'), id }
  expect(timelineFilters({ before: edgeText(entry) }).before).toEqual(entry)
})

test('a month is its end, in Seoul, the last of a year too', () => {
  expect(timelineFilters({ before: '2026-11' }).before?.at).toEqual(new Date('2026-12-01T00:00:00+09:00'))
  expect(timelineFilters({ before: '2026-12' }).before?.at).toEqual(new Date('2027-01-01T00:00:00+09:00'))
})

test.each([{ show: 'all' }, { show: ['notes', 'support'] }, { agency: 'x' }, { domain: 'econ' }, { before: '2026-13' }, { before: '12_34' }, { before: `${'9'.repeat(20)}_${id}` }, { before: `1_${'-'.repeat(36)}` }])(
  'what nobody understands filters nothing: %j',
  (query) => {
    expect(isFiltered(timelineFilters(query))).toBe(false)
    expect(timelineFilters(query).before).toBeUndefined()
  },
)

test('filters are links that keep the others, and go back to the newest', () => {
  const reach = { beganAt: new Date('2026-10-30T00:00:00+09:00'), agencies: [{ id, name: '온기 & <b>' }, { id: id.replace('1', '2'), name: '나래동' }], domains: ['ECON', 'CARE'] }
  const html = filtersHtml({ caseId: 'c', filters: timelineFilters({ agency: id, before: '2026-10' }), reach, now: new Date('2026-11-24T09:00:00+09:00'), locale: 'ko' })
  expect(html).toContain(`href="/cases/c?show=support&amp;agency=${id}"`)
  expect(html).toContain('href="/cases/c"')
  expect(html).toContain('온기 &amp; &lt;b&gt;')
  expect([...html.matchAll(/before=(\d{4}-\d{2})/g)].map(([, month]) => month)).toEqual(['2026-11', '2026-10'])
})
