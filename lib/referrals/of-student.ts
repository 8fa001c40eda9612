import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { ReferralState, Urgency } from './referral.ts'

export interface StudentReferral {
  id: string
  number: string
  state: ReferralState
  urgency: Urgency
  submittedAt: Date
  /** She referred and learns how far it came, no more. */
  own: boolean
}

/** The child's referrals this reader may open, the latest first. */
export async function referralsOfStudent(tx: Tx, { officeId, staffId }: Actor, studentId: string): Promise<StudentReferral[]> {
  return tx.$queryRaw<StudentReferral[]>`
    select r.id, r.number, r.state, r.urgency, r.submitted_at as "submittedAt",
      not (r.office_id = (select app.office_scope()) or r.school_id = (select app.school_scope()) or r.in_charge_id = ${staffId}::uuid
        or r.attached_case_id in (select app.member_cases())) is true as own
    from referrals r where r.office_id = ${officeId}::uuid and r.student_id = ${studentId}::uuid
    order by r.submitted_at desc, r.id desc limit 50`
}
