import type { ServerResponse } from 'node:http'

/** How many requests are being worked on. Beyond the limit it is kinder to say so at once than to let all wait. */
export interface Load {
  /** Counts this request until its answer is done; false when there are too many. */
  enter: (response: ServerResponse) => boolean
  /** Ends what never ends by itself (live updates), so that a stop need not wait for it. */
  endStreams: () => void
}

export function makeLoad(limit: number, streamLimit: number): Load {
  const working = new Set<ServerResponse>()
  const streams = new Set<ServerResponse>()

  return {
    enter: (response) => {
      for (const other of working) if (isStream(other)) move(other)
      if (working.size >= limit || streams.size >= streamLimit) return false
      working.add(response)
      response.once('close', () => {
        working.delete(response)
        streams.delete(response)
      })
      return true
    },
    endStreams: () => {
      for (const response of [...working, ...streams]) if (isStream(response)) response.end()
    },
  }

  /** A live channel costs nothing while it waits, so it does not count as work. */
  function move(response: ServerResponse) {
    working.delete(response)
    streams.add(response)
  }
}

function isStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type') ?? '').startsWith('text/event-stream')
}
