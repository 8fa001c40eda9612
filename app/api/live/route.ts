import { z } from 'zod'
import { liveMessages, type Told } from '#components/cases/live-messages.ts'
import { may } from '#lib/access/policy.ts'
import { signedInOrNull } from '#lib/access/session.ts'
import { onlyLooks } from '#lib/cases/deeds.ts'
import { followCase } from '#lib/cases/follow-case.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { Id } from '#lib/core/id.ts'
import { log } from '#lib/core/log.ts'
import { timelineFilters, type TimelineFilters } from '#lib/timeline/filters.ts'
import { enter } from './crowd.ts'

const Asked = z.object({ case: Id, after: Id })

/**
 * Tells whoever looks on at a case what is new, as it happens, as prepared HTML. Whoever may not, or not any more, is
 * told that it is over and nothing else. A browser that lost the connection goes on after `Last-Event-ID`.
 */
export async function GET(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const asked = Asked.safeParse({ ...query, after: request.headers.get('last-event-id') ?? query['after'] })
  if (!asked.success) return new Response(null, { status: 400 })
  const actor = await signedInOrNull()
  if (!actor || !may(actor, 'case.read')) return events(liveMessages({ kind: 'gone' }, { caseId: asked.data.case, now: now(), locale: 'ko' }, {}))
  const leave = enter(actor.staffId)
  if (!leave) return new Response(null, { status: 503 })
  return events(following(actor, asked.data.case, asked.data.after, timelineFilters(query), request.signal, leave))
}

function events(body: string | ReadableStream<Uint8Array>): Response {
  return new Response(body, {
    // Nothing between here and the browser may hold it back or change it.
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'private, no-store, no-transform', 'x-accel-buffering': 'no' },
  })
}

/** Asked for one piece at a time: a reader who takes nothing has nothing pile up for her. */
function following(actor: Actor, caseId: string, after: string, filters: TimelineFilters, closed: AbortSignal, leave: () => void): ReadableStream<Uint8Array> {
  const ending = new AbortController()
  const stop = () => ending.abort()
  closed.addEventListener('abort', stop)
  const news = followCase(actor, caseId, { filters, after }, ending.signal)
  const told: Told = {}
  const bytes = new TextEncoder()
  let over = false
  const end = () => {
    over = true
    leave()
    closed.removeEventListener('abort', stop)
  }
  // After a restart not everybody comes back in the same moment.
  let said = `retry: ${1_000 + Math.floor(Math.random() * 3_000)}\n\n`

  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        while (said === '') {
          const { value, done } = await news.next()
          // She left while we looked.
          if (over) return
          if (done) {
            end()
            return controller.close()
          }
          said = liveMessages(value, { caseId, now: now(), locale: actor.locale, still: value.kind === 'seen' && onlyLooks(actor, value.head.relation) }, told)
        }
        controller.enqueue(bytes.encode(said))
        said = ''
      } catch (error) {
        if (over) return
        // The browser tries again by itself; the page it shows is still true.
        log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'live.broken')
        end()
        controller.close()
      }
    },
    cancel() {
      ending.abort()
      end()
    },
  })
}
