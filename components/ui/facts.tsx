import type { ReactNode } from 'react'
import type { Tone } from './tone.ts'

/** Label and value side by side: who is in charge, what is next, who is waited for. */
export function Facts({ items }: { items: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type Figure = { value: ReactNode; label: string; href?: string; tone?: Extract<Tone, 'plain' | 'red'> }

/** A few large numbers, each leading to the list behind it. */
export function Figures({ items }: { items: Figure[] }) {
  return (
    <div className="figures">
      {items.map(({ value, label, href, tone = 'plain' }) => {
        const inside = (
          <>
            <strong>{value}</strong>
            {label}
          </>
        )
        return href ? (
          <a key={label} className={`figure tone-${tone}`} href={href}>
            {inside}
          </a>
        ) : (
          <div key={label} className={`figure tone-${tone}`}>
            {inside}
          </div>
        )
      })}
    </div>
  )
}
