import type { LogFilters } from '#lib/audit/filters.ts'
import { auditLog, type LogLine } from '#lib/audit/queries.ts'
import { caseList } from '#lib/cases/list.ts'
import { listFilters, type ListFilters } from '#lib/cases/list-filters.ts'
import type { CaseRow } from '#lib/cases/view.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'

/** The filters of a list's address, without the place on a page. */
export const filtersOf = (query: string): ListFilters => ({ ...listFilters(Object.fromEntries(new URLSearchParams(query))), after: undefined })

/** Every case of a list as its reader sees it on the page, and one more than `most` when there are more. */
export const listedCases = (tx: Tx, actor: Actor, filters: ListFilters, most: number): Promise<CaseRow[]> => gathered(most, async (after: ListFilters['after']) => {
  const { cases, next } = await caseList(tx, actor, { ...filters, after })
  return { found: cases, next }
})

/** Every line of the record of access, likewise. */
export const listedLines = (tx: Tx, actor: Actor, filters: LogFilters, most: number): Promise<LogLine[]> => gathered(most, async (after: LogFilters['after']) => {
  const { lines, next } = await auditLog(tx, actor, { ...filters, after })
  return { found: lines, next }
})

/** Page after page, up to one more than `most`. */
async function gathered<T, Edge>(most: number, page: (after: Edge | undefined) => Promise<{ found: T[]; next: Edge | null | undefined }>): Promise<T[]> {
  const all: T[] = []
  for (let after: Edge | undefined; ;) {
    const { found, next } = await page(after)
    all.push(...found)
    if (!next || all.length > most) return all.slice(0, most + 1)
    after = next
  }
}
