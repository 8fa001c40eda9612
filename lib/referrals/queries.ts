import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { referralView } from './head.ts'
import type { Receipt, ReferralPage, ReferralStep, Voice } from './view.ts'

/** All that the page of a referral shows, or null. */
export async function referralPage(tx: Tx, actor: Actor, id: string): Promise<ReferralPage | null> {
  const referral = await referralView(tx, actor, id)
  if (!referral) return null
  const full = referral.reach === 'FULL'
  return {
    referral,
    steps: await stepsOf(tx, actor, id),
    voices: full ? await voicesOf(tx, actor, id) : [],
    receipt: full ? null : await receiptOf(tx, actor, id),
  }
}

/** What was done to it, the first first. Row security leaves out what whoever only referred may not know. */
async function stepsOf(tx: Tx, { officeId, locale }: Actor, id: string): Promise<ReferralStep[]> {
  const en = locale === 'en'
  return tx.$queryRaw<ReferralStep[]>`
    select d.id, d.at, d.move, d.reason_code as "reasonCode", d.reason, d.fallback,
      case when ${en} then coalesce(s.name_en, s.name) else s.name end as by,
      case when ${en} then a.short_en else a.short_ko end as agency
    from referral_decisions d
    join staff s on s.office_id = d.office_id and s.id = d.by_id
    join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    where d.office_id = ${officeId}::uuid and d.referral_id = ${id}::uuid
    order by d.at, d.id limit 100`
}

async function voicesOf(tx: Tx, { officeId, locale }: Actor, id: string): Promise<Voice[]> {
  return tx.$queryRaw<Voice[]>`
    select r.id, r.applicant_relation as relation, r.urgency, r.concerns, r.sentence, r.submitted_at as "submittedAt",
      case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as applicant
    from referrals r
    join staff s on s.office_id = r.office_id and s.id = r.applicant_id
    where r.office_id = ${officeId}::uuid and r.duplicate_of_id = ${id}::uuid
    order by r.submitted_at, r.id limit 20`
}

async function receiptOf(tx: Tx, { locale }: Actor, id: string): Promise<Receipt | null> {
  const [receipt] = await tx.$queryRaw<Receipt[]>`
    select step, since, case when ${locale} = 'en' then in_charge_en else in_charge end as "inCharge"
    from app.receipts_of(array[${id}::uuid])`
  return receipt ?? null
}
