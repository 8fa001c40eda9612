import type { ServerResponse } from 'node:http'

/** How many requests are being worked on. Beyond the limit it is kinder to say so at once than to let all wait. */
export interface Load {
  /** Counts this request until its answer is done; false when there are too many. A `live` one is a channel that stays open. */
  enter: (response: ServerResponse, live?: boolean) => boolean
  /** Ends what never ends by itself and lets no new one begin, so that a stop need not wait for it. */
  endStreams: () => void
}

export function makeLoad(limit: number, streamLimit: number): Load {
  const working = new Set<ServerResponse>()
  const streams = new Set<ServerResponse>()
  let ending = false

  return {
    enter: (response, live = false) => {
      // A channel costs nothing while it waits, so it does not count as work; and when there are too many of them, pages still open.
      const [those, most] = live ? [streams, ending ? 0 : streamLimit] : [working, limit]
      if (those.size >= most) return false
      those.add(response)
      response.once('close', () => those.delete(response))
      return true
    },
    endStreams: () => {
      ending = true
      for (const response of streams) response.end()
    },
  }
}
