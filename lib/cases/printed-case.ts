import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import type { Entry, Lock } from '#lib/timeline/entry.ts'
import { timelineOf } from '#lib/timeline/queries.ts'

export interface Chronology {
  /** The oldest first, as paper is read. */
  entries: Entry[]
  locks: Lock[]
  /** Older ones did not fit. */
  cut: boolean
  /** On every page, and in the record of access: which printing this paper came from. */
  reference: string
}

/** Pages of a timeline that fit on paper: some two thousand entries. */
const most = 40

/** The whole timeline as this reader may see it. That it was taken out on paper is written down. */
export async function printedCase(tx: Tx, actor: Actor, caseId: string): Promise<Chronology> {
  const printing = newId()
  const reference = printing.slice(-8).toUpperCase()
  await tx.$executeRaw`
    insert into audit_entries (id, office_id, at, staff_id, session_id, action, case_id)
    select ${printing}::uuid, c.office_id, ${now()}, ${actor.staffId}::uuid, app.actor_session(), 'case.printed', c.id
    from cases c where c.office_id = ${actor.officeId}::uuid and c.id = ${caseId}::uuid`
  const entries: Entry[] = []
  const locks: Lock[] = []
  for (let page = 0; page < most; page++) {
    const last = entries.at(-1)
    const found = await timelineOf(tx, actor, caseId, last ? { before: { at: last.at, id: last.id } } : {})
    entries.push(...found.entries)
    locks.push(...found.locks.filter(({ id }) => !locks.some((lock) => lock.id === id)))
    if (!found.more) return { entries: entries.toReversed(), locks, cut: false, reference }
  }
  return { entries: entries.toReversed(), locks, cut: true, reference }
}
