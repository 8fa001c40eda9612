import type { Level } from '#lib/cases/level.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { daysBetween } from '#lib/words/days.ts'
import type { Awaited, CaseReason, InterventionReason, ReferralReason, WorkItem, WorkKind } from './today.ts'

interface Row {
  kind: WorkKind
  id: string
  why: string[]
  due_at: Date
  child: string | null
  level: Level | null
  next_action: string | null
  seen_at: Date | null
  urgency: 'NOW' | 'TODAY' | 'THIS_WEEK' | null
  state: string | null
  school: string | null
  question: string | null
  described: string | null
  service: string | null
  agency: string | null
  awaited: 'STAFF' | 'AGENCY' | 'FAMILY' | null
  awaited_id: string | null
  awaited_name: string | null
}

/** As many as a person can look at in a day; the menu says 99+ from here on. */
const most = 100

/**
 * What asks something of the actor, the most dangerous first. Which things: app.my_work. What they say is read here
 * under row security; a thing that row security hides is left out.
 */
export async function myWork(tx: Tx, actor: Actor): Promise<WorkItem[]> {
  const english = actor.locale === 'en'
  const rows = await tx.$queryRaw<Row[]>`
    with work as materialized (select * from app.my_work(${most}::int))
    select w.kind, w.id, w.why, w.due_at,
      case when ${english} then coalesce(s.name_en, s.name) else s.name end as child,
      c.level::text as level, c.next_action, c.child_seen_at as seen_at,
      r.urgency::text as urgency, r.state::text as state, r.described_child as described,
      case when r.applicant_id = ${actor.staffId}::uuid then r.question end as question,
      case when ${english} then school.short_en else school.short_ko end as school,
      case when ${english} then v.name_en else v.name_ko end as service,
      case when ${english} then agency.short_en else agency.short_ko end as agency,
      turn.awaited, turn.awaited_id,
      case when ${english} then coalesce(person.name_en, person.name, body.short_en) else coalesce(person.name, body.short_ko) end as awaited_name
    from work w
    left join students s on s.office_id = ${actor.officeId}::uuid and s.id = w.student_id
    left join cases c on w.kind <> 'REFERRAL' and c.office_id = ${actor.officeId}::uuid and c.id = w.case_id
    left join referrals r on w.kind = 'REFERRAL' and r.office_id = ${actor.officeId}::uuid and r.id = w.id
    left join interventions i on w.kind = 'INTERVENTION' and i.office_id = ${actor.officeId}::uuid and i.id = w.id
    left join services v on v.office_id = i.office_id and v.code = i.service_code
    left join agencies agency on agency.office_id = i.office_id and agency.id = i.agency_id
    left join agencies school on school.office_id = r.office_id and school.id = r.school_id
    cross join lateral (select
      case w.kind when 'CASE' then c.waiting_on::text
                  when 'REFERRAL' then case when r.state = 'MORE_ASKED' or r.in_charge_id is not null then 'STAFF' else 'AGENCY' end
                  else case when i.staff_id is not null then 'STAFF' else 'AGENCY' end end as awaited,
      case w.kind when 'CASE' then coalesce(c.waiting_staff_id, c.waiting_agency_id)
                  when 'REFERRAL' then case when r.state = 'MORE_ASKED' then r.applicant_id else coalesce(r.in_charge_id, r.responsible_agency_id) end
                  else coalesce(i.staff_id, i.agency_id) end as awaited_id) turn
    left join staff person on turn.awaited = 'STAFF' and person.office_id = ${actor.officeId}::uuid and person.id = turn.awaited_id
    left join agencies body on turn.awaited = 'AGENCY' and body.office_id = ${actor.officeId}::uuid and body.id = turn.awaited_id
    where coalesce(c.id, r.id, i.id) is not null
    order by w.rank, w.due_at, w.id`
  return rows.map((row) => itemOf(row, actor))
}

function itemOf(row: Row, actor: Actor): WorkItem {
  const common = { id: row.id, child: row.child ?? row.described, due: row.due_at, waits: awaitedBy(row, actor) }
  switch (row.kind) {
    case 'CASE':
      return {
        ...common, kind: 'CASE', why: row.why as CaseReason[], level: row.level ?? 'WATCH', next: row.next_action ?? '',
        unseenDays: row.seen_at && daysBetween(row.seen_at, now()),
      }
    case 'REFERRAL':
      return {
        ...common, kind: 'REFERRAL', why: row.why as ReferralReason[], urgency: row.urgency ?? 'THIS_WEEK', school: row.school ?? '',
        question: row.question, sentOn: row.state === 'SENT_ON',
      }
    case 'INTERVENTION':
      return { ...common, kind: 'INTERVENTION', why: row.why as InterventionReason[], level: row.level, service: row.service ?? '', agency: row.agency ?? '' }
  }
}

function awaitedBy({ awaited, awaited_id, awaited_name }: Row, actor: Actor): Awaited | null {
  if (awaited === 'FAMILY') return { kind: 'FAMILY' }
  if (awaited_id === actor.staffId) return { kind: 'ME' }
  if (!awaited || awaited_name === null) return null
  return { kind: awaited === 'STAFF' ? 'PERSON' : 'AGENCY', name: awaited_name }
}
