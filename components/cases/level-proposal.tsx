'use client'

import { useEffect, useRef, useState } from 'react'
import { levelLooks } from '#components/today/levels.ts'
import { Badge } from '#components/ui/badge.tsx'
import { aggravators, grounds, groundOf, redFlags, type Ground, type Level } from '#lib/cases/level.ts'
import { ratingsOf } from '#lib/cases/rated.ts'

type LevelProposalProps = {
  words: { proposal: string; none: string; levels: Record<Level, string>; grounds: Record<Ground, string> }
}

/** What the rule makes of the boxes around it, as they are ticked. Without script the answer to the form says it. */
export function LevelProposal({ words }: LevelProposalProps) {
  const place = useRef<HTMLDivElement>(null)
  const [ground, setGround] = useState<Ground | null>(null)

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const look = () => setGround(groundIn(new FormData(form)))
    look()
    form.addEventListener('change', look)
    return () => form.removeEventListener('change', look)
  }, [])

  const level = ground && grounds[ground]
  return (
    <div ref={place} className="level-proposal needs-script" role="status">
      {ground && level ? (
        <>
          {words.proposal} <Badge tone={levelLooks[level].tone} shape={levelLooks[level].shape}>{words.levels[level]}</Badge> <span className="muted">{words.grounds[ground]}</span>
        </>
      ) : (
        <span className="muted">{words.none}</span>
      )}
    </div>
  )
}

function groundIn(data: FormData): Ground | null {
  const ticked = (name: string) => data.getAll(name).map(String)
  const text = Object.fromEntries([...data].filter((field): field is [string, string] => typeof field[1] === 'string'))
  return groundOf({
    redFlags: redFlags.filter((flag) => ticked('redFlags').includes(flag)),
    aggravators: aggravators.filter((code) => ticked('aggravators').includes(code)),
    ratings: Object.fromEntries(ratingsOf(text)),
  })
}
