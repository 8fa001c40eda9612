import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'

type PageHeadProps = {
  title: ReactNode
  /** A line above: the day, the number of the case. */
  eyebrow?: ReactNode
  sub?: ReactNode
  /** Where one came from, for pages that ask one thing. */
  back?: { href: string; label: string }
  actions?: ReactNode
}

/** The head of a page: one h1, and the one deed of the page at its end. */
export function PageHead({ title, eyebrow, sub, back, actions }: PageHeadProps) {
  return (
    <div className="page-head">
      <div>
        {back && (
          <a className="back" href={back.href}>
            <Icon name="back" />
            {back.label}
          </a>
        )}
        {eyebrow && <p className="eyebrow">{eyebrow}</p>}
        <h1>{title}</h1>
        {sub && <p className="sub">{sub}</p>}
      </div>
      {actions && <div className="page-deeds">{actions}</div>}
    </div>
  )
}

type SectionProps = { title: ReactNode; note?: ReactNode; link?: { href: string; label: string }; id?: string; children: ReactNode }

/** A part of a page under its h2. */
export function Section({ title, note, link, id, children }: SectionProps) {
  return (
    <section className="section" id={id}>
      <div className="section-head">
        <h2>{title}</h2>
        {note && <p>{note}</p>}
        {link && <a href={link.href}>{link.label}</a>}
      </div>
      {children}
    </section>
  )
}
