import type { RosterFile } from '../inspect.ts'
import { readYes, Reject, type Line } from '../values.ts'
import { batchesOf, count, digestOf, json, rowsOf, type Intake } from './intake.ts'
import { idsOf } from './ids.ts'
import { personKind } from './person.ts'
import { sortOut, type Known } from './sort-out.ts'

/** Who is in which class, and who teaches it. */
export async function takeEnrolments(intake: Intake, file: RosterFile): Promise<void> {
  const { tx, officeId, at } = intake
  for await (const lines of batchesOf(intake, file)) {
    const read = rowsOf(intake, 'enrollments', lines, readEnrolment)
    const users = read.map(({ user }) => user)
    const [classes, students, staff] = [
      await idsOf(intake, 'classes', read.map((row) => row.class)),
      await idsOf(intake, 'students', users),
      await idsOf(intake, 'staff', users),
    ]
    const homerooms = await knownHomerooms(intake, [...classes.values()])
    const rows = read.flatMap((row) => {
      if (row.left) return [{ ...row, classId: '', studentId: null, staffId: null, home: false, digest: '' }]
      const classId = classes.get(row.class)
      if (!classId) row.line.remark('unknownClass', 'classSourcedId')
      // Whoever may not be here is remarked where she comes from; her enrolments are left out without another word
      const studentId = row.kind === 'staff' ? null : (students.get(row.user) ?? null)
      const staffId = row.kind === 'student' || studentId ? null : (staff.get(row.user) ?? null)
      if (classId && !studentId && !staffId && intake.people.get(row.user) !== 'other') row.line.remark('unknownUser', 'userSourcedId')
      if (!classId || (!studentId && !staffId)) return []
      const isHome = intake.homerooms.has(row.class) || homerooms.has(classId)
      const values = { classId, studentId, staffId, home: isHome && (studentId !== null || row.primary), begins: row.begins, ends: row.ends }
      return [{ ...row, ...values, digest: digestOf(values) }]
    })

    const known = await tx.$queryRaw<Known[]>`
      select id, sourced_id, import_digest, ended_at is not null as ended from enrolments
      where office_id = ${officeId}::uuid and sourced_id in (select unnest(${rows.map((row) => row.sourcedId)}::text[]))`
    const { fresh, changed, ended, unchanged } = sortOut(rows, known)
    await tx.$executeRaw`
      insert into enrolments (id, office_id, class_id, student_id, staff_id, sourced_id, is_homeroom, begins_on, ends_on, import_digest)
      select x.id, ${officeId}::uuid, x."classId", x."studentId", x."staffId", x."sourcedId", x.home, x.begins, x.ends, x.digest
      from jsonb_to_recordset(${json(fresh)}::jsonb)
        as x(id uuid, "classId" uuid, "studentId" uuid, "staffId" uuid, "sourcedId" text, home boolean, begins date, ends date, digest text)`
    await tx.$executeRaw`
      update enrolments e set class_id = x."classId", student_id = x."studentId", staff_id = x."staffId", is_homeroom = x.home,
        begins_on = x.begins, ends_on = x.ends, ended_at = null, import_digest = x.digest
      from jsonb_to_recordset(${json(changed)}::jsonb)
        as x(id uuid, "classId" uuid, "studentId" uuid, "staffId" uuid, home boolean, begins date, ends date, digest text)
      where e.office_id = ${officeId}::uuid and e.id = x.id`
    await tx.$executeRaw`update enrolments set ended_at = ${at} where office_id = ${officeId}::uuid and id in (select unnest(${ended.map(({ id }) => id)}::uuid[]))`
    count(intake, 'enrolments', { added: fresh.length, changed: changed.length, ended: ended.length, unchanged })
  }
}

function readEnrolment(line: Line) {
  const sourcedId = line.must('sourcedId')
  const none = { kind: undefined, primary: false, begins: null, ends: null, line }
  if (line.left) return { sourcedId, left: true, class: '', user: '', ...none }
  const [begins, ends] = [line.day('beginDate'), line.day('endDate')]
  if (begins && ends && ends < begins) throw new Reject('order', 'endDate')
  const kind = personKind(line.text('role'))
  return { sourcedId, left: false, class: line.must('classSourcedId'), user: line.must('userSourcedId'), kind, primary: readYes(line.text('primary')), begins, ends, line }
}

/** Classes that children belong to, as an earlier roster said: a delta does not name them again. */
async function knownHomerooms({ tx, officeId }: Intake, classIds: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ class_id: string }[]>`
    select distinct class_id from enrolments where office_id = ${officeId}::uuid and class_id in (select unnest(${classIds}::uuid[])) and is_homeroom`
  return new Set(rows.map(({ class_id }) => class_id))
}
