import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { Receipt } from './today.ts'

export async function myReceipts(tx: Tx, { officeId, locale }: Actor, most: number): Promise<Receipt[]> {
  return tx.$queryRaw<Receipt[]>`
    select x.referral_id as "referralId", x.step, x.since, x.in_charge as "inCharge",
      coalesce(case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end, r.described_child) as child
    from app.receipts(${most}::int) x
    join referrals r on r.office_id = ${officeId}::uuid and r.id = x.referral_id
    left join students s on s.office_id = r.office_id and s.id = r.student_id
    where x.step not in ('DONE', 'WITHDRAWN') or x.since > app.now() - interval '30 days'
    order by r.submitted_at desc`
}
