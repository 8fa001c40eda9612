import type { Kind } from '../columns.ts'
import type { Thing } from '../progress.ts'
import { count, remark, type Intake } from './intake.ts'
import { endStaff } from './staff.ts'
import { endStudents } from './students.ts'

interface Here {
  id: string
  sourced_id: string
}

/** A list that would send away more than half of those who are here is more likely cut off than true. */
const MOST_SHARE = 0.5
const FEW = 20

/**
 * A complete list (manifest: bulk) also says who is not here any more. Only for the schools it brought something of,
 * so that one school's list does not empty the others.
 */
export async function endMissing(intake: Intake): Promise<void> {
  const { tx, officeId, at } = intake
  const schools = [...intake.touched]
  if (intake.bulk.has('enrollments')) {
    const here = await tx.$queryRaw<Here[]>`
      select e.id, e.sourced_id from enrolments e join school_classes c on c.office_id = e.office_id and c.id = e.class_id
      where e.office_id = ${officeId}::uuid and c.school_id in (select unnest(${schools}::uuid[])) and e.ended_at is null and e.sourced_id is not null`
    await gone(intake, 'enrollments', 'enrolments', here, async (ids) => {
      await tx.$executeRaw`update enrolments set ended_at = ${at} where office_id = ${officeId}::uuid and id in (select unnest(${ids}::uuid[]))`
    })
  }
  if (intake.bulk.has('classes')) {
    const here = await tx.$queryRaw<Here[]>`
      select id, sourced_id from school_classes
      where office_id = ${officeId}::uuid and school_id in (select unnest(${schools}::uuid[])) and ended_at is null and sourced_id is not null`
    await gone(intake, 'classes', 'classes', here, async (ids) => {
      await tx.$executeRaw`update school_classes set ended_at = ${at} where office_id = ${officeId}::uuid and id in (select unnest(${ids}::uuid[]))`
    })
  }
  if (!intake.bulk.has('users')) return
  const students = await tx.$queryRaw<Here[]>`
    select id, sourced_id from students
    where office_id = ${officeId}::uuid and school_id in (select unnest(${schools}::uuid[])) and left_at is null and sourced_id is not null`
  await gone(intake, 'users', 'students', students, (ids) => endStudents(intake, ids.map((id) => ({ id }))))
  const staff = await tx.$queryRaw<Here[]>`
    select id, sourced_id from staff
    where office_id = ${officeId}::uuid and agency_id in (select unnest(${schools}::uuid[])) and left_at is null and sourced_id is not null and role = 'TEACHER'`
  await gone(intake, 'users', 'staff', staff, (ids) => endStaff(intake, ids.map((id) => ({ id }))))
}

async function gone(intake: Intake, kind: Kind, thing: Thing, here: Here[], end: (ids: string[]) => Promise<void>) {
  const ids = here.filter(({ sourced_id }) => !intake.seen[kind].has(sourced_id)).map(({ id }) => id)
  if (ids.length > FEW && ids.length > here.length * MOST_SHARE) {
    remark(intake, { file: `${kind}.csv`, line: 0, code: 'missingKept' })
    return
  }
  for (let at = 0; at < ids.length; at += 2_000) await end(ids.slice(at, at + 2_000))
  count(intake, thing, { ended: ids.length })
}
