import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { BasisToReview, Lapse } from './today.ts'

/** Of those one looks after: within 30 days, or in the half year that passed. */
export async function lapses(tx: Tx, { officeId, locale }: Actor): Promise<Lapse[]> {
  return tx.$queryRaw<Lapse[]>`
    select s.id as "staffId",
      case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as name,
      case when ${locale} = 'en' then a.short_en else a.short_ko end as agency,
      h.until as "approvalUntil", t.until as "trainingUntil"
    from staff s
    join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    left join lateral (select max(x.valid_until) as until from handling_approvals x
      where x.office_id = s.office_id and x.staff_id = s.id and x.revoked_at is null) h on true
    left join lateral (select max(x.valid_until) as until from security_trainings x
      where x.office_id = s.office_id and x.staff_id = s.id) t on true
    where s.office_id = ${officeId}::uuid and s.left_at is null and s.id in (select app.my_people())
      and app.inside_circle(a.kind, a.is_entrusted) and exists (select from accounts c where c.office_id = s.office_id and c.staff_id = s.id and c.deactivated_at is null)
      and least(h.until, t.until) between app.now() - interval '183 days' and app.now() + interval '30 days'
    order by least(h.until, t.until), s.name
    limit 50`
}

/** Of bases that others recorded and the actor sees; where she may judge them, with the case. The privacy officer reads none. */
export async function basesToReview(tx: Tx, { officeId, staffId, locale }: Actor): Promise<BasisToReview[]> {
  return tx.$queryRaw<BasisToReview[]>`
    select b.id, case when ${locale} = 'en' then a.short_en else a.short_ko end as recipient,
      b.valid_until as "validUntil", b.review_due_at as "reviewDueAt", c.id as "caseId", c.number
    from lawful_bases b
    join agencies a on a.office_id = b.office_id and a.id = b.recipient_id
    left join cases c on c.office_id = b.office_id and c.id = b.case_id
    where b.office_id = ${officeId}::uuid and b.ended_at is null and b.recorded_by_id <> ${staffId}::uuid and b.valid_until > app.now() and b.review_due_at < app.now() + interval '7 days'
    order by b.review_due_at limit 50`
}

/** How often somebody was refused in the last seven days; counted up to 1,000. */
export async function refusedViews(tx: Tx, { officeId }: Actor): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from (select from audit_entries
      where office_id = ${officeId}::uuid and outcome <> 'done' and at > app.now() - interval '7 days' limit 1000) x`
  return row?.n ?? 0
}
