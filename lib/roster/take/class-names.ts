import { classNameOf } from '../values.ts'
import { json, type Intake } from './intake.ts'

interface Homeroom {
  id: string
  title: string
  grade: number | null
}

/** Writes at each child the class she belongs to, as lists show it: 초6-2. Only where it is another than before. */
export async function nameClasses({ tx, officeId }: Intake): Promise<void> {
  const classes = await tx.$queryRaw<Homeroom[]>`
    select c.id, c.title, c.grade from school_classes c
    where c.office_id = ${officeId}::uuid and c.ended_at is null
      and exists (select from enrolments e where e.office_id = c.office_id and e.class_id = c.id and e.is_homeroom and e.ended_at is null)`
  for (let at = 0; at < classes.length; at += 200) {
    const part = classes.slice(at, at + 200).map(({ id, title, grade }) => ({ id, name: classNameOf(title), grade }))
    await tx.$executeRaw`
      update students s set class_name = x.name, grade = coalesce(s.grade, x.grade)
      from enrolments e, jsonb_to_recordset(${json(part)}::jsonb) as x(id uuid, name text, grade int)
      where e.office_id = ${officeId}::uuid and e.class_id = x.id and e.is_homeroom and e.ended_at is null
        and s.office_id = ${officeId}::uuid and s.id = e.student_id
        and (s.class_name is distinct from x.name or (s.grade is null and x.grade is not null))`
  }
}
