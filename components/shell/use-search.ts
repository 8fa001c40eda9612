'use client'

import { useEffect, useState } from 'react'

export type Found = { label: string; hint?: string; href: string }
export type Group = { title: string; items: Found[] }

type Search = { state: 'idle' | 'searching' | 'failed' | 'signedOut'; groups: Group[] } | { state: 'found'; groups: Group[] }

/** Asks /api/search as one types. Posted, because a name must not stand in an address that servers write down. */
export function useSearch(words: string): Search {
  const [search, setSearch] = useState<Search>({ state: 'idle', groups: [] })
  const asked = words.trim()

  useEffect(() => {
    if (asked === '') {
      setSearch({ state: 'idle', groups: [] })
      return
    }
    const newer = new AbortController()
    const typed = setTimeout(() => {
      setSearch(({ groups }) => ({ state: 'searching', groups }))
      ask(asked, newer.signal).then(
        (found) => setSearch(found),
        () => newer.signal.aborted || setSearch({ state: 'failed', groups: [] }),
      )
    }, 140)
    return () => {
      clearTimeout(typed)
      newer.abort()
    }
  }, [asked])

  return search
}

async function ask(q: string, signal: AbortSignal): Promise<Search> {
  const response = await fetch('/api/search', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ q }),
    signal,
    redirect: 'manual',
  })
  if (response.status === 401 || response.type === 'opaqueredirect') return { state: 'signedOut', groups: [] }
  if (!response.ok) return { state: 'failed', groups: [] }
  const { groups } = (await response.json()) as { groups: Group[] }
  return { state: 'found', groups: groups.filter(({ items }) => items.length > 0) }
}
