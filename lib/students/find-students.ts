import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { beginsAs, gramsOf, readQuery } from './spelling.ts'
import { classLabel, mostFound, type FoundStudent } from './student.ts'

interface Row {
  id: string
  name: string
  name_en: string | null
  grade: number | null
  class_name: string | null
  short_ko: string
  short_en: string
}

const LONGEST = 40

/** Children of my school (of my office, at the centre) by part of a name, romanised name or initial consonants. */
export async function findStudents(actor: Actor, q: string): Promise<FoundStudent[]> {
  must(actor, 'student.find')
  return asActor(actor, (tx) => studentsFound(tx, actor, q))
}

/** The same for who has a door open. */
export async function studentsFound(tx: Tx, { locale }: Pick<Actor, 'locale'>, q: string): Promise<FoundStudent[]> {
  const { initials, part } = readQuery(q.slice(0, LONGEST))
  if (!part) return []
  const rows = await tx.$queryRaw<Row[]>`
    select s.id, s.name, s.name_en, s.grade, s.class_name, a.short_ko, a.short_en
    from app.search_students(${gramsOf([part])}::text[], ${initials}, ${part}, 50) s
    join agencies a on a.office_id = (select app.actor_office()) and a.id = s.school_id
    order by s.name, s.grade, s.class_name, s.class_number, s.id`

  const best = ranked(initials ? rows.filter(({ name }) => beginsAs(name, part)) : rows, part).slice(0, mostFound)
  const busy = await tx.$queryRaw<{ id: string }[]>`
    select x.id from unnest(${best.map(({ id }) => id)}::uuid[]) x(id) where exists (select from app.open_work(x.id))`
  const open = new Set(busy.map(({ id }) => id))
  return best.map((row) => ({
    id: row.id,
    name: locale === 'en' && row.name_en ? `${row.name} (${row.name_en})` : row.name,
    classLabel: classLabel({ grade: row.grade, className: row.class_name }, locale),
    school: locale === 'en' ? row.short_en : row.short_ko,
    hasOpenWork: open.has(row.id),
  }))
}

/** Names that begin with what was typed come first; the order within stays. */
function ranked(rows: Row[], part: string): Row[] {
  const first = (row: Row) => beginsAs(row.name, part) || beginsAs(row.name_en ?? '', part)
  return [...rows.filter(first), ...rows.filter((row) => !first(row))]
}
