'use client'

import { useRef, useState } from 'react'
import type { FoundStudent } from '#lib/students/student.ts'
import type { Finding, FinderWords } from './finder-words.ts'

type Live = Finding & { searching: boolean }

/** Asks /api/students as one types; an older answer never replaces a newer one. */
export function useFinding(words: FinderWords) {
  const [live, setLive] = useState<Live>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const newest = useRef<AbortController>(undefined)

  const find = (typed: string, wait = 150) => {
    clearTimeout(timer.current)
    newest.current?.abort()
    const q = typed.trim()
    if (q === '') return setLive({ q, found: null, searching: false })
    const mine = new AbortController()
    newest.current = mine
    setLive((before) => ({ q, found: before?.found ?? null, searching: true }))
    timer.current = setTimeout(() => {
      void ask(q, mine.signal, words).then((finding) => {
        if (!mine.signal.aborted) setLive({ ...finding, searching: false })
      })
    }, wait)
  }
  return { live, find }
}

async function ask(q: string, signal: AbortSignal, words: FinderWords): Promise<Finding> {
  try {
    const response = await fetch('/api/students', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ q }), signal, redirect: 'manual' })
    if (response.status === 401) return { q, found: null, message: words.signedOut }
    if (!response.ok) return { q, found: null, message: words.failed }
    const { found } = (await response.json()) as { found: FoundStudent[] }
    return { q, found }
  } catch {
    return { q, found: null, message: words.failed }
  }
}
