import { gramsOf, initialsOf } from '#lib/students/spelling.ts'
import { readGrade } from '../values.ts'
import { count, digestOf, json, remarkAll, remarkLeaving, type Intake, type Leaving } from './intake.ts'
import { meet } from './ids.ts'
import { nameOf, readAll, schoolOf, type Person } from './person.ts'
import { sortOut, type Known } from './sort-out.ts'

export async function takeStudents(intake: Intake, people: Person[]): Promise<void> {
  if (people.length === 0) return
  const { tx, officeId } = intake
  const rows = readAll(people, (person) => readStudent(intake, person))
  const known = await tx.$queryRaw<Known[]>`
    select id, sourced_id, import_digest, left_at is not null as ended from students
    where office_id = ${officeId}::uuid and sourced_id in (select unnest(${rows.map((row) => row.sourcedId)}::text[]))`
  const { fresh, changed, ended, unchanged, here } = sortOut(rows, known)

  const added = await tx.$queryRaw<{ sourced_id: string }[]>`
    insert into students (id, office_id, school_id, sourced_id, name, name_en, grade, class_number, dong, phone, grams, initials, import_digest)
    select x.id, ${officeId}::uuid, x."schoolId", x."sourcedId", x.name, x."nameEn", x.grade, x.number, x.dong, x.phone, x.grams, x.initials, x.digest
    from jsonb_to_recordset(${json(fresh.map((row) => ({ ...row, ...searchable(row) })))}::jsonb)
      as x(id uuid, "schoolId" uuid, "sourcedId" text, name text, "nameEn" text, grade int, number int, dong text, phone text, grams text[], initials text, digest text)
    on conflict do nothing returning sourced_id`
  await tx.$executeRaw`
    update students s set school_id = x."schoolId", name = x.name, name_en = coalesce(x."nameEn", s.name_en), initials = x.initials,
      grade = coalesce(x.grade, s.grade), class_number = coalesce(x.number, s.class_number), dong = coalesce(x.dong, s.dong), phone = coalesce(x.phone, s.phone),
      grams = case when x."nameEn" is null and s.name_en is not null then array(select distinct unnest(x.grams || s.grams)) else x.grams end,
      left_at = null, import_digest = x.digest
    from jsonb_to_recordset(${json(changed.map((row) => ({ ...row, ...searchable(row) })))}::jsonb)
      as x(id uuid, "schoolId" uuid, name text, "nameEn" text, grade int, number int, dong text, phone text, grams text[], initials text, digest text)
    where s.office_id = ${officeId}::uuid and s.id = x.id`
  await endStudents(intake, ended)

  // Known to the table and not to us: a child with whom the importing person has a conflict of interest
  const arrived = new Set(added.map(({ sourced_id }) => sourced_id))
  const hidden = fresh.filter(({ sourcedId }) => !arrived.has(sourcedId))
  remarkAll(hidden, 'hidden')
  meet(intake, 'students', here)
  for (const { sourcedId } of hidden) intake.ids.students.delete(sourcedId)
  count(intake, 'students', { added: added.length, changed: changed.length, ended: ended.length, unchanged })
}

/** Whoever has left stays in the table; a child with an open case stays with the case too. */
export async function endStudents(intake: Intake, rows: readonly Leaving[]): Promise<void> {
  const { tx, officeId, at } = intake
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  const open = await tx.$queryRaw<{ student_id: string }[]>`
    select student_id from cases where office_id = ${officeId}::uuid and student_id in (select unnest(${ids}::uuid[])) and closed_at is null`
  remarkLeaving(intake, rows.filter(({ id }) => open.some(({ student_id }) => student_id === id)), 'leftWithOpenCase')
  await tx.$executeRaw`update students set left_at = ${at} where office_id = ${officeId}::uuid and id in (select unnest(${ids}::uuid[]))`
}

function readStudent(intake: Intake, person: Person) {
  const { sourcedId, left, line } = person
  if (left) return { sourcedId, left, line, digest: '', schoolId: '', name: '', nameEn: null, grade: null, number: null, dong: null, phone: null }
  const { name, nameEn } = nameOf(person)
  const school = schoolOf(intake, person)
  const grade = readGrade(line.text('grades'), school.name)
  if (grade === undefined) line.remark('grade', 'grades')
  const values = {
    schoolId: school.id, name, nameEn, grade: grade ?? null, number: numberOf(person),
    dong: line.text('dong', 40) || null, phone: line.text('sms', 40) || line.text('phone', 40) || null,
  }
  return { sourcedId, left, line, ...values, digest: digestOf(values) }
}

function numberOf({ line }: Person): number | null {
  const text = line.text('classNumber').replace(/번$/, '')
  if (text === '') return null
  if (/^\d{1,3}$/.test(text)) return Number(text)
  line.remark('number', 'classNumber')
  return null
}

const searchable = ({ name, nameEn }: { name: string; nameEn: string | null }) => ({ grams: gramsOf([name, nameEn]), initials: initialsOf(name) })
