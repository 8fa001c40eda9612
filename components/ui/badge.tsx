import type { Shape } from './icon-names.ts'
import type { Tone } from './tone.ts'

/** A state or level: a word, a tone and, where levels must be told apart at a glance, a shape. */
export function Badge({ children, tone = 'plain', shape }: { children: string; tone?: Tone; shape?: Shape }) {
  return (
    <span className={`badge tone-${tone}`}>
      {shape && (
        <svg className="shape" viewBox="0 0 12 12" aria-hidden>
          <use href={`/icons.svg#shape-${shape}`} />
        </svg>
      )}
      {children}
    </span>
  )
}

type Due = { text: string; tone: 'late' | 'near' | 'far'; exact: string }

/** D-3, D-day, D+2: takes what `dday()` gives. The exact time shows on hover and is read aloud. */
export function DueBadge({ due: { text, tone, exact } }: { due: Due }) {
  return (
    <span className={`due due-${tone}`} title={exact}>
      {text}
      <span className="only-heard"> ({exact})</span>
    </span>
  )
}

/** One or two letters in a circle: an agency's or a person's mark beside its name. */
export function Mark({ text, tone = 'plain', large = false }: { text: string; tone?: Tone; large?: boolean }) {
  return (
    <span className={`mark tone-${tone}${large ? ' mark-large' : ''}`} aria-hidden>
      {text}
    </span>
  )
}
