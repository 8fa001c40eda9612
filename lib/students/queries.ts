import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { classLabel, gradeLabel, type StudentLine } from './student.ts'

export interface StudentHead extends StudentLine {
  gradeLabel: string
  schoolId: string
  /** 행정동, when the roster says it. */
  dong: string | null
  leftAt: Date | null
}

type Asker = Pick<Actor, 'officeId' | 'locale'>

/** The head line of one child, or null when there is none for this reader. */
export async function studentHead(tx: Tx, actor: Asker, id: string): Promise<StudentHead | null> {
  return (await studentHeads(tx, actor, [id])).get(id) ?? null
}

/** Head lines by id; children this reader may not know are not in the map. */
export async function studentHeads(tx: Tx, { officeId, locale }: Asker, ids: readonly string[]): Promise<Map<string, StudentHead>> {
  const rows = await tx.student.findMany({
    where: { officeId, id: { in: [...new Set(ids)] } },
    select: {
      id: true, name: true, nameEn: true, grade: true, className: true, schoolId: true, dong: true, leftAt: true,
      school: { select: { shortKo: true, shortEn: true } },
    },
  })
  return new Map(rows.map((row) => [row.id, {
    id: row.id,
    name: locale === 'en' && row.nameEn ? row.nameEn : row.name,
    gradeLabel: gradeLabel(row.grade, locale),
    classLabel: classLabel(row, locale),
    school: locale === 'en' ? row.school.shortEn : row.school.shortKo,
    schoolId: row.schoolId,
    dong: row.dong,
    leftAt: row.leftAt,
  }]))
}

/** Children a partner works with today, by name: it knows no others. */
export async function knownStudents(tx: Tx, { officeId, locale }: Asker): Promise<StudentLine[]> {
  const rows = await tx.$queryRaw<{ id: string; name: string; grade: number | null; className: string | null; school: string }[]>`
    select s.id, case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as name, s.grade, s.class_name as "className",
      case when ${locale} = 'en' then a.short_en else a.short_ko end as school
    from students s join agencies a on a.office_id = s.office_id and a.id = s.school_id
    where s.office_id = ${officeId}::uuid and s.id = any(array(select app.my_students())) and s.left_at is null
    order by 2, s.id limit 200`
  return rows.map(({ grade, className, ...row }) => ({ ...row, classLabel: classLabel({ grade, className }, locale) }))
}
