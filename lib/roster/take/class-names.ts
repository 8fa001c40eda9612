import { classNameOf } from '../values.ts'
import { json, type Intake } from './intake.ts'

interface Homeroom {
  id: string
  title: string
  grade: number | null
}

/** Writes at each child the class she belongs to, as lists show it: 초6-2. The latest one, and only where it is another than before. */
export async function nameClasses({ tx, officeId }: Intake): Promise<void> {
  const classes = await tx.$queryRaw<Homeroom[]>`
    select c.id, c.title, c.grade from school_classes c
    where c.office_id = ${officeId}::uuid and c.ended_at is null
      and exists (select from enrolments e where e.office_id = c.office_id and e.class_id = c.id and e.is_homeroom and e.ended_at is null)`
  const named = classes.map(({ id, title, grade }) => ({ id, name: classNameOf(title), grade }))
  await tx.$executeRaw`
    update students s set class_name = x.name, grade = coalesce(s.grade, x.grade)
    from (select distinct on (e.student_id) e.student_id, e.class_id from enrolments e
          where e.office_id = ${officeId}::uuid and e.is_homeroom and e.ended_at is null and e.student_id is not null
          order by e.student_id, e.begins_on desc nulls last, e.id desc) latest
    join jsonb_to_recordset(${json(named)}::jsonb) as x(id uuid, name text, grade int) on x.id = latest.class_id
    where s.office_id = ${officeId}::uuid and s.id = latest.student_id
      and (s.class_name is distinct from x.name or (s.grade is null and x.grade is not null))`
}
