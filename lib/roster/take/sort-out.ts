import { newId } from '#lib/core/id.ts'

/** A row as the tables know it already. */
export interface Known {
  id: string
  sourced_id: string
  import_digest: string | null
  ended: boolean
}

interface Coming {
  sourcedId: string
  digest: string
  left: boolean
}

/** What is to be done with each row of a batch. */
export interface Sorted<R> {
  fresh: (R & { id: string })[]
  changed: (R & { id: string })[]
  ended: (R & { id: string })[]
  unchanged: number
  /** The row behind each number that is here now. */
  here: [sourcedId: string, id: string][]
}

/**
 * New, changed, gone or as before. Whoever has left and was never here is as before; whoever is back counts as
 * changed even if the line says the same as it did then.
 */
export function sortOut<R extends Coming>(rows: readonly R[], known: readonly Known[]): Sorted<R> {
  const byId = new Map(known.map((row) => [row.sourced_id, row]))
  const sorted: Sorted<R> = { fresh: [], changed: [], ended: [], unchanged: 0, here: [] }
  for (const row of rows) {
    const before = byId.get(row.sourcedId)
    if (row.left) {
      if (before && !before.ended) sorted.ended.push({ ...row, id: before.id })
      else sorted.unchanged++
      continue
    }
    const id = before?.id ?? newId()
    sorted.here.push([row.sourcedId, id])
    if (!before) sorted.fresh.push({ ...row, id })
    else if (before.ended || before.import_digest !== row.digest) sorted.changed.push({ ...row, id })
    else sorted.unchanged++
  }
  return sorted
}
