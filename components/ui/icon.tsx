import type { IconName } from './icon-names.ts'

/** A drawn icon. Decoration unless it has a `label`: beside a word, leave the label out. */
export function Icon({ name, label, className = '' }: { name: IconName; label?: string; className?: string }) {
  const said = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg className={`icon ${className}`.trim()} {...said}>
      <use href={`/icons.svg#${name}`} />
    </svg>
  )
}
