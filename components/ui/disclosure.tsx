import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** Shows more when asked, without script. */
export function Disclosure({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="disclosure" open={open}>
      <summary>
        <Icon name="next" />
        {summary}
      </summary>
      {children}
    </details>
  )
}

/** For the ear only: what the eye reads from place and shape. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="only-heard">{children}</span>
}
