'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { HeadNews, NewsItem } from './live-news.ts'
import type { LiveWords } from './live-words.ts'
import { keepStill, placeNews } from './place-news.ts'
import { useLive } from './use-live.ts'

/** Adds to the page what others write while it is being read, and says so; the entries themselves are the server's. */
export function LiveTimeline({ source, words }: { source: string; words: LiveWords }) {
  const { unseen, watch } = useUnseen()
  const [said, setSaid] = useState('')

  const hearing = useMemo(() => {
    const news = (items: NewsItem[]) => {
      const timeline = document.getElementById('timeline')
      const fresh = timeline ? placeNews(timeline, items) : []
      if (fresh.length === 0) return
      watch(fresh)
      // Emptied first: the same words twice in a row would be heard once.
      setSaid('')
      setTimeout(() => setSaid(words.news.replace('#', String(fresh.length))), 100)
    }
    return { news, head: showHead }
  }, [watch, words.news])
  const state = useLive(source, hearing)

  return (
    <div className="tl-live">
      <p role="status" className={state === 'live' ? 'only-heard' : 'notice tone-amber'}>
        {state === 'live' ? said : words[state]}
      </p>
      {unseen.length > 0 && (
        <button type="button" className="btn tl-news" onClick={() => unseen[0]?.scrollIntoView({ block: 'center' })}>
          {words.news.replace('#', String(unseen.length))}
        </button>
      )}
    </div>
  )
}

/** The new entries that were not on the screen yet, in the order of the page. */
function useUnseen() {
  const [unseen, setUnseen] = useState<Element[]>([])
  const eye = useRef<IntersectionObserver>(null)

  useEffect(() => () => eye.current?.disconnect(), [])
  const watch = useMemo(
    () => (fresh: Element[]) => {
      eye.current ??= new IntersectionObserver(
        (sights) => {
          const seen = new Set(sights.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target))
          const away = sights.filter(({ isIntersecting }) => !isIntersecting).map(({ target }) => target)
          for (const target of seen) eye.current?.unobserve(target)
          setUnseen((before) => inOrder([...new Set([...before, ...away])].filter((target) => !seen.has(target) && target.isConnected)))
        },
        { threshold: 0.5, rootMargin: '-120px 0px 0px' },
      )
      for (const entry of fresh) eye.current.observe(entry)
    },
    [],
  )
  return { unseen, watch }
}

const inOrder = (elements: Element[]): Element[] => elements.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))

/** The head anew, when something of it changed. */
function showHead({ html }: HeadNews) {
  const head = document.getElementById('case-head')
  const timeline = document.getElementById('timeline')
  const template = document.createElement('template')
  template.innerHTML = html
  if (!head || !timeline || head.innerHTML === template.innerHTML) return
  keepStill(timeline, () => head.replaceChildren(template.content))
}
