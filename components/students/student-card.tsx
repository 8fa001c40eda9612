import type { ReactNode } from 'react'
import { Mark } from '#components/ui/badge.tsx'

type StudentCardProps = {
  student: { name: string; classLabel: string; school: string }
  /** A line below the name. */
  note?: ReactNode
  /** At the end, such as "change". */
  link?: { href: string; label: string }
}

/** Who it is about, where a page asks something about one child. */
export function StudentCard({ student: { name, classLabel, school }, note, link }: StudentCardProps) {
  return (
    <div className="student-card">
      <Mark large tone="teal" text={shortName(name)} />
      <div>
        <b>{name}</b> <span className="muted small">{[classLabel, school].filter(Boolean).join(' · ')}</span>
        {note && <p className="label">{note}</p>}
      </div>
      {link && <a href={link.href}>{link.label}</a>}
    </div>
  )
}

/** 박이든 → 이든, 응우옌하린 → 하린; of a romanised name the first letters. */
function shortName(name: string): string {
  return /^[가-힣]+$/.test(name) ? name.slice(-2) : name.split(/\s+/).map((part) => part[0] ?? '').join('').slice(0, 2)
}
