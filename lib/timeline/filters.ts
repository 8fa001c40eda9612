import { z } from 'zod'
import { EdgeText, type Edge } from '#lib/core/edge.ts'
import { Id } from '#lib/core/id.ts'
import { eventGroups, type EventGroup } from './events.ts'
import { domains, type Domain } from './layers.ts'

/** What of a timeline is shown, as it stands in the page's address. */
export interface TimelineFilters {
  show?: EventGroup | undefined
  agency?: string | undefined
  domain?: Domain | undefined
  /** Entries older than this one. */
  before?: Edge | undefined
}

const groups = Object.keys(eventGroups) as [EventGroup, ...EventGroup[]]
const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** `2026-11` is the end of that month; `<moment>_<id>` the entry a page ended with. */
const BeforeText = z.union([
  z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).transform((month): Edge => ({ at: afterMonth(month), id: last })),
  EdgeText,
])

const Filters = z.object({
  show: z.enum(groups).optional().catch(undefined),
  agency: Id.optional().catch(undefined),
  domain: z.enum(domains).optional().catch(undefined),
  before: BeforeText.optional().catch(undefined),
})

/** Reads the address; what it does not know it leaves out, so that an old link still opens. */
export const timelineFilters = (query: Record<string, unknown>): TimelineFilters => Filters.parse(query)

/** The address of the same page with other filters. */
export function filterQuery({ show, agency, domain }: TimelineFilters, before?: string): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ show, agency, domain, before })) if (value) query.set(name, value)
  return query.size > 0 ? `?${query}` : '?'
}

export const isFiltered = ({ show, agency, domain }: TimelineFilters): boolean => Boolean(show ?? agency ?? domain)

function afterMonth(month: string): Date {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  return new Date(`${next}-01T00:00:00+09:00`)
}
