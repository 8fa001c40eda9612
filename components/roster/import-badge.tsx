import { Badge } from '#components/ui/badge.tsx'
import type { Tone } from '#components/ui/tone.ts'
import type { Words } from '#lib/words/translate.ts'

type State = 'UPLOADING' | 'READING' | 'APPLYING' | 'DONE' | 'FAILED'

const tones: Record<State, Tone> = { UPLOADING: 'blue', READING: 'blue', APPLYING: 'blue', DONE: 'teal', FAILED: 'red' }

export function ImportBadge({ state, t }: { state: State; t: Words }) {
  return <Badge tone={tones[state]}>{t(`roster.state.${state}`)}</Badge>
}
