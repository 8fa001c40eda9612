import { hashPassword } from '#lib/access/passwords.ts'
import { newId } from '#lib/core/id.ts'
import { demoPassword } from '#prisma/seed/cast.ts'
import type { Stage } from './stage.ts'

export const strangers = { coordinator: 'coordinator@elsewhere.example', schoolLead: 'lead@elsewhere.example' }

/** Another office, which has nothing to do with the first. */
export async function strangerOffice(owner: Stage['owner']): Promise<void> {
  const [officeId, centre, school] = [newId(), newId(), newId()]
  const password = await hashPassword(demoPassword)
  await owner(`insert into offices (id, code, name_ko, name_en, region_code, created_at) values ($1, 'OTHER', '다른교육지원청', 'Another office', 'GWANGJU', now())`, [officeId])
  for (const [id, kind] of [[centre, 'ISS_CENTER'], [school, 'SCHOOL']]) {
    await owner(`insert into agencies (id, office_id, kind, name_ko, name_en, short_ko, short_en) values ($1, $2, $3, '다른 곳', 'Elsewhere', '다른 곳', 'Elsewhere')`, [id, officeId, kind])
  }
  for (const [agency, role, email] of [[centre, 'COORDINATOR', strangers.coordinator], [school, 'SCHOOL_LEAD', strangers.schoolLead]]) {
    const id = newId()
    await owner(`insert into staff (id, office_id, agency_id, role, name, job_title) values ($1, $2, $3, $4, '먼 사람', '')`, [id, officeId, agency, role])
    await owner('insert into accounts (office_id, staff_id, email, password_hash) values ($1, $2, $3, $4)', [officeId, id, email, password])
    await owner(`insert into handling_approvals (id, office_id, staff_id, valid_from, valid_until) values ($1, $2, $3, now() - interval '1 day', now() + interval '1 year')`, [newId(), officeId, id])
    await owner(`insert into security_trainings (id, office_id, staff_id, completed_at, valid_until) values ($1, $2, $3, now() - interval '1 day', now() + interval '1 year')`, [newId(), officeId, id])
  }
}
