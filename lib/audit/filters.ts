import { z } from 'zod'
import { EdgeText, edgeText, type Edge } from '#lib/core/edge.ts'
import { Id } from '#lib/core/id.ts'

/** What a deed of the record is, as people ask for it: a look, a change, something that was refused, or paper and files. */
export const kinds = ['looks', 'changes', 'refused', 'taken'] as const
export type Kind = (typeof kinds)[number]

/** Which entries the record of access shows, as it stands in the page's address. */
export interface LogFilters {
  kind?: Kind | undefined
  /** Whose deeds. */
  staff?: string | undefined
  /** On which case. */
  case?: string | undefined
  /** A month, as 2026-11. */
  month?: string | undefined
  /** The last row of the page before. */
  after?: Edge | undefined
}

/** 2026-11, as `<input type="month">` sends it. */
export const Month = z.string('core.field.date').regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'core.field.date')

const Filters = z.object({
  kind: z.enum(kinds).optional().catch(undefined),
  staff: Id.optional().catch(undefined),
  case: Id.optional().catch(undefined),
  month: Month.optional().catch(undefined),
  after: EdgeText.optional().catch(undefined),
})

/** Reads the address; what it does not know it leaves out. */
export const logFilters = (query: Record<string, unknown>): LogFilters => Filters.parse(query)

export function logAddress({ after, ...filters }: LogFilters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (typeof value === 'string') query.set(name, value)
  if (after) query.set('after', edgeText(after))
  return query.size > 0 ? `/audit?${query}` : '/audit'
}

/** The month's first moment and the one after its last, in Seoul. */
export function monthSpan(month: string): { from: Date; until: Date } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const first = (of: number) => new Date(Date.UTC(year, of, 1) - 9 * 3_600_000)
  return { from: first(number - 1), until: first(number) }
}
