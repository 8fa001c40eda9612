import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { Summary } from './today.ts'

/** The actor's own share in numbers. */
export async function summaryOf(tx: Tx, { officeId, staffId, agencyId }: Actor): Promise<Summary> {
  const [summary] = await tx.$queryRaw<Summary[]>`
    select
      led.n as led, led.points,
      (select count(*)::int from cases where office_id = ${officeId}::uuid and closed_at is null and level = 'EMERGENCY'
         and app.seen_due(level, opened_at, child_seen_at) < (select app.now())) as unseen,
      (select count(*)::int from referrals where office_id = ${officeId}::uuid and applicant_id = ${staffId}::uuid
         and state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON')) as "openReferrals",
      (select count(*)::int from interventions where office_id = ${officeId}::uuid and agency_id = ${agencyId}::uuid
         and state in ('ACCEPTED', 'ACTIVE', 'PAUSED')) as supports,
      (select max(valid_until) from handling_approvals where office_id = ${officeId}::uuid and staff_id = ${staffId}::uuid
         and revoked_at is null) as "approvalUntil",
      (select max(valid_until) from security_trainings where office_id = ${officeId}::uuid and staff_id = ${staffId}::uuid) as "trainingUntil"
    from (select count(*)::int as n,
            coalesce(sum(case level when 'EMERGENCY' then 3 when 'HIGH' then 2 when 'MODERATE' then 1 else 0.5 end), 0)::float8 as points
          from cases where office_id = ${officeId}::uuid and lead_id = ${staffId}::uuid and closed_at is null) led`
  if (!summary) throw new Error('one row was asked for')
  return summary
}
