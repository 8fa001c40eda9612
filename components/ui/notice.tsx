import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import type { Tone } from './tone.ts'

type Kind = 'tip' | 'info' | 'good' | 'warning' | 'wrong'

const looks: Record<Kind, { tone: Tone; icon: IconName }> = {
  tip: { tone: 'plain', icon: 'info' },
  info: { tone: 'blue', icon: 'info' },
  good: { tone: 'teal', icon: 'good' },
  warning: { tone: 'amber', icon: 'warning' },
  wrong: { tone: 'red', icon: 'wrong' },
}

/** A sentence that stands apart. `live` when it appears while the page is being read. */
export function Notice({ kind = 'info', title, live = false, children }: { kind?: Kind; title?: string; live?: boolean; children: ReactNode }) {
  const { tone, icon } = looks[kind]
  return (
    <div className={`notice tone-${tone}`} role={live ? 'status' : undefined}>
      <Icon name={icon} />
      <div>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  )
}

/** What is there but closed, always with its reason, and a way to ask why. */
export function Locked({ children }: { children: ReactNode }) {
  return (
    <div className="locked">
      <Icon name="lock" /> {children}
    </div>
  )
}

/** An empty page teaches: what will stand here, and how the first one comes. */
export function Empty({ title, icon = 'good', action, children }: { title: string; icon?: IconName; action?: ReactNode; children: ReactNode }) {
  return (
    <div className="empty">
      <span className="mark mark-large tone-teal" aria-hidden>
        <Icon name={icon} />
      </span>
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  )
}
