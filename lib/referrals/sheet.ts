import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { audit } from '#lib/timeline/audit.ts'
import { referralView } from './head.ts'
import type { ReferralView } from './view.ts'

const Text = z.string().nullable()
const Row = z.object({
  jobTitle: Text, schoolName: z.string(), name: z.string(), grade: z.number().nullable(), className: Text, classNumber: z.number().nullable(),
  born: Text, sex: Text, phone: Text, dong: Text, guardianPhones: z.array(z.string()),
})

/** What form F1 asks beside what was written: of the applicant and the student, as the roster knows it. */
export interface Sheet extends z.output<typeof Row> {
  referral: ReferralView
}

/** Form F1 of an application, or null. That it was printed is written down: paper leaves the house. */
export async function referralSheet(tx: Tx, actor: Actor, id: string): Promise<Sheet | null> {
  const referral = await referralView(tx, actor, id)
  if (!referral || referral.kind !== 'REQUEST' || !referral.student) return null
  const en = actor.locale === 'en'
  const [row] = await tx.$queryRaw<unknown[]>`
    select case when ${en} then coalesce(p.job_title_en, p.job_title) else p.job_title end as "jobTitle",
      case when ${en} then a.name_en else a.name_ko end as "schoolName", s.name, s.grade, s.class_name as "className", s.class_number as "classNumber",
      s.birth_date::text as born, s.sex, s.phone, s.dong,
      array(select g.phone from guardian_links l join guardians g on g.office_id = l.office_id and g.id = l.guardian_id
        where l.office_id = s.office_id and l.student_id = s.id and l.ended_at is null and g.phone is not null order by g.id) as "guardianPhones"
    from students s
    join agencies a on a.office_id = s.office_id and a.id = ${referral.schoolId}::uuid
    left join staff p on p.office_id = s.office_id and p.id = ${referral.applicantId}::uuid
    where s.office_id = ${actor.officeId}::uuid and s.id = ${referral.student.id}::uuid`
  if (row === undefined) return null
  await audit(tx, actor, 'referral.printed', { subjectId: id })
  return { ...Row.parse(row), referral }
}
