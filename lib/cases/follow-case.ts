import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { NotFound } from '#lib/core/refusal.ts'
import { makeBell } from '#lib/timeline/bell.ts'
import type { Entry } from '#lib/timeline/entry.ts'
import type { TimelineFilters } from '#lib/timeline/filters.ts'
import { listenTo } from '#lib/timeline/listen.ts'
import { shortlyBefore } from '#lib/timeline/look-back.ts'
import { entriesOfNotes, entriesSince } from '#lib/timeline/queries.ts'
import { headOf } from './head.ts'
import type { News } from './view.ts'

interface Following {
  filters: TimelineFilters
  /** The newest entry she has, by id. */
  after: string
  /** Milliseconds between signs of life. */
  beat?: number
  /** Milliseconds after which she is asked anew whether she may look, even when nothing happened. */
  checkEvery?: number
}

/**
 * Follows a case for one reader. Each look is a reading of its own, as her, under row security: a withdrawn consent, a
 * membership or a session that ended shows at the next look. Between looks nothing of the database is held.
 */
export async function* followCase(actor: Actor, caseId: string, { filters, after, beat = 20_000, checkEvery = 60_000 }: Following, ending: AbortSignal): AsyncGenerator<News, void, undefined> {
  const bell = makeBell()
  const leave = listenTo(caseId, bell.ring)
  ending.addEventListener('abort', bell.ring)
  const known = new Set<string>()
  let newest = after

  try {
    while (!ending.aborted) {
      const news = await look(actor, caseId, filters, newest, known)
      if (!news) return yield { kind: 'gone' }
      newest = remember(known, news.entries, newest)
      yield { kind: 'seen', ...news, newest }

      for (let quiet = 0; quiet < checkEvery && !(await bell.wait(beat)); quiet += beat) {
        if (ending.aborted) return
        yield { kind: 'quiet' }
      }
    }
  } finally {
    leave()
    ending.removeEventListener('abort', bell.ring)
  }
}

/** One reading; null when she may not. Whose session has ended cannot even write down that she tried. */
async function look(actor: Actor, caseId: string, filters: TimelineFilters, newest: string, known: Set<string>) {
  return asActor(actor, async (tx) => {
    const head = await headOf(tx, actor, caseId, true)
    if (!head) return null
    const entries = await entriesSince(tx, actor, caseId, filters, shortlyBefore(newest), [...known])
    const mended = entries.flatMap((entry) => (entry.type === 'note.amended' && !entry.note ? [entry.data.amendsId] : []))
    const changed = mended.length > 0 ? await entriesOfNotes(tx, actor, caseId, mended) : []
    return { head, entries, changed }
  }, { onlyCase: caseId }).catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
}

/** What was told already is remembered for as long as it is looked back at. */
function remember(known: Set<string>, entries: Entry[], newest: string): string {
  for (const { id } of entries) known.add(id)
  const last = entries.reduce((latest, { id }) => (id > latest ? id : latest), newest)
  const horizon = shortlyBefore(last)
  for (const id of known) if (id <= horizon) known.delete(id)
  return last
}
