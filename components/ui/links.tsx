import { Icon } from './icon.tsx'

type FilterLink = { label: string; href: string; current: boolean; count?: number }

/** Filters and tabs are links: they can be kept, sent and gone back to. */
export function FilterLinks({ label, items }: { label: string; items: FilterLink[] }) {
  return (
    <nav className="chips" aria-label={label}>
      {items.map((item) => (
        <a key={item.href} href={item.href} className="chip chip-link" aria-current={item.current ? 'true' : undefined}>
          {item.label}
          {item.count !== undefined && <b>{item.count}</b>}
        </a>
      ))}
    </nav>
  )
}

type PagerProps = { label: string; newer?: { label: string; href: string }; older?: { label: string; href: string } }

/** From page to page by the last row seen, never by number: lists stay quick however long they are. */
export function Pager({ label, newer, older }: PagerProps) {
  if (!newer && !older) return null
  return (
    <nav className="pager" aria-label={label}>
      {newer ? (
        <a href={newer.href} rel="prev" className="btn btn-quiet">
          <Icon name="back" />
          {newer.label}
        </a>
      ) : (
        <span />
      )}
      {older && (
        <a href={older.href} rel="next" className="btn btn-quiet">
          {older.label}
          <Icon name="next" />
        </a>
      )}
    </nav>
  )
}
