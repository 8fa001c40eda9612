import { reduce } from '../columns.ts'
import type { RosterFile } from '../inspect.ts'
import { looksLikeHomeroom, readGrade, Reject, type Line } from '../values.ts'
import { batchesOf, count, digestOf, json, rowsOf, type Intake } from './intake.ts'
import { meet } from './ids.ts'
import { sortOut, type Known } from './sort-out.ts'

interface Row {
  sourcedId: string
  left: boolean
  schoolId: string
  title: string
  grade: number | null
  year: number | null
  digest: string
}

type KnownClass = Known & { school_year: number | null }

/** School years by session, for the classes that name one. */
export async function takeSessions(intake: Intake, file: RosterFile): Promise<void> {
  for await (const lines of batchesOf(intake, file)) {
    rowsOf(intake, 'academicSessions', lines, (line) => {
      const sourcedId = line.must('sourcedId')
      const year = Number(line.text('schoolYear') || line.day('endDate')?.slice(0, 4))
      if (Number.isInteger(year) && year > 1990 && year < 2200) intake.years.set(sourcedId, year)
      return { sourcedId }
    })
  }
}

export async function takeClasses(intake: Intake, file: RosterFile): Promise<void> {
  const { tx, officeId, at } = intake
  for await (const lines of batchesOf(intake, file)) {
    const rows = rowsOf(intake, 'classes', lines, (line) => readClass(intake, line))
    const known = await tx.$queryRaw<KnownClass[]>`
      select id, sourced_id, import_digest, ended_at is not null as ended, school_year from school_classes
      where office_id = ${officeId}::uuid and sourced_id in (select unnest(${rows.map((row) => row.sourcedId)}::text[]))`
    const years = new Map(known.map(({ sourced_id, school_year }) => [sourced_id, school_year]))
    for (const row of rows) digest(row, years.get(row.sourcedId) ?? null)
    const { fresh, changed, ended, unchanged, here } = sortOut(rows, known)
    meet(intake, 'classes', here)
    await tx.$executeRaw`
      insert into school_classes (id, office_id, school_id, sourced_id, title, grade, school_year, import_digest)
      select x.id, ${officeId}::uuid, x."schoolId", x."sourcedId", x.title, x.grade, x.year, x.digest
      from jsonb_to_recordset(${json(fresh)}::jsonb)
        as x(id uuid, "schoolId" uuid, "sourcedId" text, title text, grade int, year int, digest text)`
    await tx.$executeRaw`
      update school_classes c set school_id = x."schoolId", title = x.title, grade = x.grade,
        school_year = x.year, ended_at = null, import_digest = x.digest
      from jsonb_to_recordset(${json(changed)}::jsonb) as x(id uuid, "schoolId" uuid, title text, grade int, year int, digest text)
      where c.office_id = ${officeId}::uuid and c.id = x.id`
    await tx.$executeRaw`
      update school_classes set ended_at = ${at} where office_id = ${officeId}::uuid and id in (select unnest(${ended.map(({ id }) => id)}::uuid[]))`
    count(intake, 'classes', { added: fresh.length, changed: changed.length, ended: ended.length, unchanged })
  }
}

/** A roster without its school years says nothing against the one we know. */
function digest(row: Row, before: number | null) {
  row.year ??= before
  row.digest = digestOf({ schoolId: row.schoolId, title: row.title, grade: row.grade, year: row.year })
}

function readClass(intake: Intake, line: Line): Row {
  const sourcedId = line.must('sourcedId')
  // A line that only takes away may hold nothing but who and that
  if (line.left) return { sourcedId, left: true, schoolId: '', title: '', grade: null, year: null, digest: '' }
  const title = line.must('title')
  const school = intake.schools.get(line.must('schoolSourcedId'))
  if (!school) throw new Reject('unknownSchool', 'schoolSourcedId')
  intake.touched.add(school.id)
  const grade = readGrade(line.text('grades'), school.name)
  if (grade === undefined) line.remark('grade', 'grades')
  const type = reduce(line.text('classType'))
  if (type === 'homeroom' || type === '학급' || (type === '' && looksLikeHomeroom(title))) intake.homerooms.add(sourcedId)
  const year = line.list('termSourcedIds').map((term) => intake.years.get(term)).find((one) => one !== undefined) ?? null
  return { sourcedId, left: false, schoolId: school.id, title, grade: grade ?? null, year, digest: '' }
}
