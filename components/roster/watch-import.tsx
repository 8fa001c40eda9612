'use client'

import { useEffect, useState } from 'react'
import { Progress } from '#components/ui/progress.tsx'
import type { Watched } from '#lib/roster/watched.ts'

const EVERY = 1_000

/** How far the import is, asked once a second; when it has ended the page is shown anew with its result. */
export function WatchImport({ first, address, words }: { first: Watched; address: string; words: { label: string; lost: string } }) {
  const [now, setNow] = useState<Watched>()
  const [lost, setLost] = useState(false)
  const { share, said } = now ?? first

  useEffect(() => {
    const look = async () => {
      const answer = await fetch(address, { cache: 'no-store' })
      const seen = answer.ok ? ((await answer.json()) as Watched) : undefined
      if (!seen || seen.over) return location.reload()
      setNow(seen)
      setLost(false)
    }
    let waiting: ReturnType<typeof setTimeout>
    const again = () => {
      waiting = setTimeout(() => void look().catch(() => setLost(true)).finally(again), EVERY)
    }
    again()
    return () => clearTimeout(waiting)
  }, [address])

  return (
    <div className="grid gap-2">
      <Progress label={words.label} value={share} max={1} />
      <p role="status" className="tabular-nums">
        {lost ? words.lost : said}
      </p>
    </div>
  )
}
