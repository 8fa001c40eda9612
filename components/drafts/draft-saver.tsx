'use client'

import { useEffect, useState } from 'react'
import type { DraftKind } from '#lib/drafts/draft.ts'
import type { SaverWords } from './saver-words.ts'
import { useSaving } from './use-saving.ts'

type DraftSaverProps = {
  /** The form whose fields are kept. */
  formId: string
  kind: DraftKind
  subject: string
  /** Who writes: the draft is kept for nobody else. */
  writer: string
  /** Nothing of it was kept before. */
  fresh: boolean
  words: SaverWords
  /** The page's own address, to come back to after signing in. */
  here: string
}

/** Keeps a form's content as it is typed, and says so quietly: "saved 2 s ago". */
export function DraftSaver({ formId, words, here, ...draft }: DraftSaverProps) {
  const { saving, savedAt } = useSaving(formId, draft)
  const now = useNow(savedAt !== null)
  const trouble = saving === 'offline' || saving === 'signedOut' || saving === 'failed'
  return (
    <div className="saved needs-script" data-saving={saving}>
      {/* Only trouble is read out: a voice that says "saved" at each pause would talk into the sentence. */}
      <div role="status">
        {trouble && <b>{words[saving]} </b>}
        {saving === 'signedOut' && (
          <a className="link" href={`/sign-in?next=${encodeURIComponent(here)}`} target="_blank" rel="noopener">
            {words.signIn}
          </a>
        )}
      </div>
      {!trouble && savedAt !== null && <span>{sayWhen(Math.max(0, now - savedAt), words)}</span>}
      {saving === 'saving' && savedAt === null && <span>{words.saving}</span>}
    </div>
  )
}

/** The time, again each second, once there is something to count from. */
function useNow(counting: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!counting) return
    const tick = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(tick)
  }, [counting])
  return now
}

function sayWhen(passed: number, words: SaverWords): string {
  const seconds = Math.floor(passed / 1_000)
  if (seconds < 1) return words.now
  return seconds < 60 ? words.seconds.replace('#', String(seconds)) : words.minutes.replace('#', String(Math.floor(seconds / 60)))
}
