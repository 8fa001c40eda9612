import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { classLabel } from '#lib/students/student.ts'
import { isByTime, type After, type QueueFilters } from './filters.ts'
import { isNextAction } from './referral.ts'
import type { OwnRow, QueueRow } from './view.ts'

export const queuePage = 50

export interface Paged<Row> {
  rows: Row[]
  /** Where the next page begins, when there is one. */
  next: After | null
}

type Found = Omit<QueueRow, 'classLabel' | 'next'> & { grade: number | null; className: string | null; nextAction: string | null }

const first: After = { urgency: 'NOW', at: new Date(0), id: '00000000-0000-0000-0000-000000000000' }
const last: After = { urgency: 'NOW', at: new Date(8.64e15), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** The queue of a school or of the office, as row security shows it to who decides. A page at a time, from the last row seen. */
export async function referralQueue(tx: Tx, actor: Actor, filters: QueueFilters): Promise<Paged<QueueRow>> {
  const found = isByTime(filters.show) ? await byTime(tx, actor, filters) : await byUrgency(tx, actor, filters)
  const rows = found.slice(0, queuePage).map(({ grade, className, nextAction, ...row }): QueueRow => ({
    ...row, classLabel: classLabel({ grade, className }, actor.locale), next: isNextAction(nextAction) ? nextAction : null,
  }))
  return paged(rows, found.length, (row) => ({ urgency: row.urgency, at: isByTime(filters.show) ? row.submittedAt : (row.dueAt ?? row.submittedAt), id: row.id }))
}

/** What is open: the most urgent first, then the clock. */
async function byUrgency(tx: Tx, actor: Actor, { show, school, after = first }: QueueFilters): Promise<Found[]> {
  const { officeId, staffId, agencyId } = actor
  const page = await tx.$queryRaw<{ id: string }[]>`
    select r.id from referrals r
    where r.office_id = ${officeId}::uuid and r.state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON')
      and (r.urgency, r.due_at, r.id) > (${after.urgency}::"Urgency", ${after.at}::timestamptz, ${after.id}::uuid)
      and (${school ?? null}::uuid is null or r.school_id = ${school ?? null}::uuid)
      and case ${show}::text when 'turn' then r.responsible_agency_id = ${agencyId}::uuid and r.state <> 'MORE_ASKED'
                       when 'mine' then r.in_charge_id = ${staffId}::uuid
                       when 'asked' then r.state = 'MORE_ASKED'
                       when 'away' then r.responsible_agency_id <> ${agencyId}::uuid
                       else true end
    order by r.urgency, r.due_at, r.id limit ${queuePage + 1}`
  return lines(tx, actor, page)
}

/** What is finished, or what one referred oneself: the latest first. */
async function byTime(tx: Tx, actor: Actor, { show, school, after = last }: QueueFilters): Promise<Found[]> {
  const { officeId, staffId } = actor
  const page = await tx.$queryRaw<{ id: string }[]>`
    select r.id from referrals r
    where r.office_id = ${officeId}::uuid and (r.submitted_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)
      and (${school ?? null}::uuid is null or r.school_id = ${school ?? null}::uuid)
      and case ${show}::text when 'own' then r.applicant_id = ${staffId}::uuid
                       else r.state in ('SELECTED', 'NOT_SELECTED', 'ATTACHED', 'LINKAGE_ONLY', 'CONVERTED', 'WITHDRAWN') end
    order by r.submitted_at desc, r.id desc limit ${queuePage + 1}`
  return lines(tx, actor, page)
}

/** The few rows with the names it takes to read them, in the order given. */
async function lines(tx: Tx, { officeId, staffId, locale }: Actor, page: { id: string }[]): Promise<Found[]> {
  const ids = page.map(({ id }) => id)
  const en = locale === 'en'
  return tx.$queryRaw<Found[]>`
    select r.id, r.kind, r.state, r.urgency, r.submitted_at as "submittedAt", r.next_action as "nextAction", r.due_at as "dueAt",
      coalesce(case when ${en} then coalesce(s.name_en, s.name) else s.name end, r.described_child) as child, s.grade, s.class_name as "className",
      case when ${en} then a.short_en else a.short_ko end as school,
      case when ${en} then coalesce(c.name_en, c.name) else c.name end as "inCharge",
      case when r.next_action is null then null
           when ${en} then coalesce(w.name_en, w.name, b.short_en) else coalesce(w.name, b.short_ko) end as waits,
      coalesce(w.id = ${staffId}::uuid and r.next_action is not null, false) as "waitsForMe",
      (select count(*)::int from referrals d where d.office_id = r.office_id and d.duplicate_of_id = r.id) as joined
    from unnest(${ids}::uuid[]) with ordinality as page(id, place)
    join referrals r on r.office_id = ${officeId}::uuid and r.id = page.id
    join agencies a on a.office_id = r.office_id and a.id = r.school_id
    left join students s on s.office_id = r.office_id and s.id = r.student_id
    left join staff c on c.office_id = r.office_id and c.id = r.in_charge_id
    left join staff w on w.office_id = r.office_id and w.id = case when r.state = 'MORE_ASKED' then r.applicant_id else r.in_charge_id end
    left join agencies b on b.office_id = r.office_id and b.id = r.responsible_agency_id
    order by page.place`
}

/** What one referred oneself, the latest first, with how far each came. */
export async function ownReferrals(tx: Tx, { officeId, staffId, locale }: Actor, { after = last }: Pick<QueueFilters, 'after'>): Promise<Paged<OwnRow>> {
  const en = locale === 'en'
  const found = await tx.$queryRaw<OwnRow[]>`
    with page as materialized (
      select r.id, r.kind, r.state, r.student_id, r.described_child, r.submitted_at from referrals r
      where r.office_id = ${officeId}::uuid and r.applicant_id = ${staffId}::uuid
        and (r.submitted_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)
      order by r.submitted_at desc, r.id desc limit ${queuePage + 1})
    select p.id, p.kind, p.submitted_at as "submittedAt", p.state = 'MORE_ASKED' as asked,
      coalesce(case when ${en} then coalesce(s.name_en, s.name) else s.name end, p.described_child) as child,
      x.step, x.since, case when ${en} then x.in_charge_en else x.in_charge end as "inCharge"
    from page p
    join app.receipts_of(array(select id from page)) x on x.referral_id = p.id
    left join students s on s.office_id = ${officeId}::uuid and s.id = p.student_id
    order by p.submitted_at desc, p.id desc`
  return paged(found.slice(0, queuePage), found.length, ({ submittedAt, id }) => ({ urgency: 'NOW', at: submittedAt, id }))
}

function paged<Row>(rows: Row[], found: number, cursor: (row: Row) => After): Paged<Row> {
  const end = rows.at(-1)
  return { rows, next: found > queuePage && end ? cursor(end) : null }
}
