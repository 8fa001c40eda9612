import type { Ask } from '#lib/core/ask.ts'
import { entryLine } from './chain.ts'

interface Entry {
  id: string
  place: bigint
  line: string
}

const page = 5_000
const lowest = '00000000-0000-0000-0000-000000000000'

/** An office's entries from a place up to, and without, another, in the order in which they are sealed. */
export async function* entriesOf(ask: Ask, officeId: string, from: bigint, until: bigint | null): AsyncGenerator<Entry[]> {
  let [place, id] = [from, lowest]
  for (;;) {
    const rows = await ask<{ id: string; at: string; line: string }>(
      `select id, place::text as at, ${entryLine} as line from audit_entries
       where office_id = $1 and (place, id) > ($2::bigint, $3::uuid) and ($4::bigint is null or place < $4) order by place, id limit ${page}`,
      [officeId, place.toString(), id, until?.toString() ?? null],
    )
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(({ id: of, at, line }) => ({ id: of, place: BigInt(at), line }))
    if (rows.length < page) return
    ;[place, id] = [BigInt(last.at), last.id]
  }
}
