import { caseList } from '#lib/cases/list.ts'
import { listFilters, type ListFilters } from '#lib/cases/list-filters.ts'
import type { CaseRow } from '#lib/cases/view.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'

/** The filters of a list's address, without the place on a page. */
export const filtersOf = (query: string): ListFilters => ({ ...listFilters(Object.fromEntries(new URLSearchParams(query))), after: undefined })

/** Every case of a list as its reader sees it on the page, and one more than `most` when there are more. */
export async function listedCases(tx: Tx, actor: Actor, filters: ListFilters, most: number): Promise<CaseRow[]> {
  const found: CaseRow[] = []
  for (let after: ListFilters['after']; ;) {
    const { cases, next } = await caseList(tx, actor, { ...filters, after })
    found.push(...cases)
    if (!next || found.length > most) return found.slice(0, most + 1)
    after = next
  }
}
