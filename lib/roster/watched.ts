import type { Words } from '#lib/words/translate.ts'
import { shareOf, type Progress } from './progress.ts'

/** What the page that waits for an import is told, finished for reading. */
export interface Watched {
  over: boolean
  /** 0 to 1. */
  share: number
  said: string
}

export function watched({ state, progress }: { state: string; progress: Progress }, t: Words): Watched {
  const over = state === 'DONE' || state === 'FAILED'
  const lines = progress.files.reduce((sum, file) => sum + file.lines, 0)
  const read = progress.files.reduce((sum, file) => sum + Math.min(file.read, file.lines), 0)
  return { over, share: shareOf(progress, state), said: state === 'APPLYING' ? t('roster.progress.applying', { lines, read }) : t('roster.progress.reading', { lines }) }
}
