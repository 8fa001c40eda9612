import { z } from 'zod'
import { EdgeText, edgeText, type Edge } from '#lib/core/edge.ts'
import { Id } from '#lib/core/id.ts'
import { levels, type Level } from './level.ts'
import { stages, type Stage } from './stage.ts'

/** Which cases a list shows, as it stands in the page's address; figures elsewhere lead here with these. */
export interface ListFilters {
  /** mine: I lead. waiting: it is my turn, or my agency's. closed instead of open. */
  show?: 'mine' | 'waiting' | 'closed' | undefined
  due?: 'overdue' | undefined
  seen?: 'late' | undefined
  level?: Level | undefined
  stage?: Stage | undefined
  /** The agency in charge. */
  agency?: string | undefined
  school?: string | undefined
  lead?: string | undefined
  /** The last row of the page before. */
  after?: Edge | undefined
}

const Filters = z.object({
  show: z.enum(['mine', 'waiting', 'closed']).optional().catch(undefined),
  due: z.enum(['overdue']).optional().catch(undefined),
  seen: z.enum(['late']).optional().catch(undefined),
  level: z.enum(levels).optional().catch(undefined),
  stage: z.enum(stages).optional().catch(undefined),
  agency: Id.optional().catch(undefined),
  school: Id.optional().catch(undefined),
  lead: Id.optional().catch(undefined),
  after: EdgeText.optional().catch(undefined),
})

/** Reads the address; what it does not know it leaves out, so that an old link still opens. */
export const listFilters = (query: Record<string, unknown>): ListFilters => Filters.parse(query)

/** The address of a list. */
export function listAddress({ after, ...filters }: ListFilters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (typeof value === 'string') query.set(name, value)
  if (after) query.set('after', edgeText(after))
  return query.size > 0 ? `/cases?${query}` : '/cases'
}

/** Closed cases are in another order: the latest first. */
export const showsClosed = ({ show, stage }: ListFilters): boolean => show === 'closed' || stage === 'FOLLOW_UP' || stage === 'CLOSED'

export const isNarrowed = ({ after: _, ...filters }: ListFilters): boolean => Object.values(filters).some((value) => value !== undefined)
