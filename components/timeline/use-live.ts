'use client'

import { useEffect, useState } from 'react'
import type { HeadNews, NewsItem } from './live-news.ts'

export type LiveState = 'live' | 'lost' | 'gone'

interface Hearing {
  news: (items: NewsItem[]) => void
  head: (head: HeadNews) => void
}

/** A page that nobody looks at lets go of the channel after so long: a browser has few connections to give. */
const restAfter = 15_000
/** Shorter breaks are not worth a word. */
const patience = 8_000

/**
 * Follows a source of server-sent events for as long as the page is looked at. Whatever breaks, it goes on after the
 * last entry heard of; only when it is told that access has ended does it stop.
 */
export function useLive(source: string, hearing: Hearing): LiveState {
  const [state, setState] = useState<LiveState>('live')

  useEffect(() => {
    let channel: EventSource | undefined
    let after: string | undefined
    let failures = 0
    let gone = false
    let again: ReturnType<typeof setTimeout> | undefined
    let rest: ReturnType<typeof setTimeout> | undefined
    let worry: ReturnType<typeof setTimeout> | undefined

    const heard = (event: MessageEvent<string>) => {
      if (event.lastEventId) after = event.lastEventId
      return JSON.parse(event.data) as unknown
    }
    const close = () => {
      clearTimeout(again)
      channel?.close()
      channel = undefined
    }
    const open = () => {
      close()
      const address = new URL(source, location.href)
      if (after) address.searchParams.set('after', after)
      channel = new EventSource(address)
      channel.addEventListener('open', () => {
        failures = 0
        clearTimeout(worry)
        worry = undefined
        setState('live')
      })
      channel.addEventListener('news', (event: MessageEvent<string>) => hearing.news(heard(event) as NewsItem[]))
      channel.addEventListener('head', (event: MessageEvent<string>) => hearing.head(heard(event) as HeadNews))
      channel.addEventListener('gone', () => {
        gone = true
        close()
        setState('gone')
      })
      channel.addEventListener('error', () => {
        worry ??= setTimeout(() => setState('lost'), patience)
        // A broken connection the browser mends itself; an answer it did not expect it takes as final.
        if (channel?.readyState !== EventSource.CLOSED) return
        const pause = Math.min(30_000, 1_000 * 2 ** failures++) * (0.5 + Math.random() / 2)
        again = setTimeout(open, pause)
      })
    }
    const looked = () => {
      clearTimeout(rest)
      if (gone) return
      if (document.visibilityState === 'hidden') rest = setTimeout(close, restAfter)
      else if (!channel || channel.readyState === EventSource.CLOSED) open()
    }

    if (document.visibilityState === 'visible') open()
    document.addEventListener('visibilitychange', looked)
    window.addEventListener('pageshow', looked)
    window.addEventListener('pagehide', close)
    window.addEventListener('online', looked)
    return () => {
      clearTimeout(rest)
      clearTimeout(worry)
      close()
      document.removeEventListener('visibilitychange', looked)
      window.removeEventListener('pageshow', looked)
      window.removeEventListener('pagehide', close)
      window.removeEventListener('online', looked)
    }
  }, [source, hearing])

  return state
}
