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
