import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { Receipt } from './today.ts'

export async function myReceipts(tx: Tx, { officeId, staffId, locale }: Actor, most: number): Promise<Receipt[]> {
  const en = locale === 'en'
  return tx.$queryRaw<Receipt[]>`
    with own as materialized (
      select r.id, r.student_id, r.described_child, r.submitted_at from referrals r
      where r.office_id = ${officeId}::uuid and r.applicant_id = ${staffId}::uuid order by r.submitted_at desc limit ${most}::int)
    select x.referral_id as "referralId", x.step, x.since, case when ${en} then x.in_charge_en else x.in_charge end as "inCharge",
      coalesce(case when ${en} then coalesce(s.name_en, s.name) else s.name end, o.described_child) as child
    from own o
    join app.receipts_of(array(select id from own)) x on x.referral_id = o.id
    left join students s on s.office_id = ${officeId}::uuid and s.id = o.student_id
    where x.step not in ('DONE', 'WITHDRAWN') or x.since > app.now() - interval '30 days'
    order by o.submitted_at desc`
}
