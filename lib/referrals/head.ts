import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id, newId } from '#lib/core/id.ts'
import { classLabel } from '#lib/students/student.ts'
import type { Locale } from '#lib/words/locale.ts'
import { readBasics } from './basics.ts'
import { isNextAction, requesters, urgencies, type ReferralState } from './referral.ts'
import type { ReferralView } from './view.ts'

const Text = z.string().nullable()
const Row = z.object({
  id: z.string(), number: z.string(), kind: z.enum(['REQUEST', 'NOTICE']), state: z.custom<ReferralState>((state) => typeof state === 'string'), urgency: z.enum(urgencies),
  version: z.number(), full: z.boolean(), schoolId: z.string(), school: z.string(), studentId: Text, studentName: Text, grade: z.number().nullable(), className: Text,
  described: Text, applicantId: z.string(), applicant: Text, applicantAgency: Text, submittedAt: z.date(), responsibleAgencyId: Text, responsible: Text,
  inChargeId: Text, inCharge: Text, nextAction: Text, dueAt: z.date().nullable(), concerns: z.array(z.string()), sentence: z.string(), wishes: z.string(),
  relation: z.string(), requestedBy: z.enum(requesters).catch('STAFF'), basics: z.unknown(), question: Text, answer: Text,
  attachedCaseId: Text, caseOpens: z.boolean(), duplicateOfId: Text, convertedToId: Text, openCase: z.boolean(),
})

/**
 * One referral, or null when there is none for this reader. The look itself is written down in the same statement: what
 * was read, and what somebody tried to read and may not.
 */
export async function referralView(tx: Tx, { officeId, staffId, locale }: Actor, id: string): Promise<ReferralView | null> {
  if (!Id.safeParse(id).success) return null
  const en = locale === 'en'
  const [row] = await tx.$queryRaw<unknown[]>`
    with found as materialized (
      select r.* from referrals r where r.office_id = ${officeId}::uuid and r.id = ${id}::uuid),
    looked as (
      insert into audit_entries (id, office_id, at, staff_id, session_id, action, subject_id, outcome)
      select ${newId()}::uuid, ${officeId}::uuid, ${now()}, ${staffId}::uuid, app.actor_session(), 'referral.viewed', ${id}::uuid,
        case when exists (select from found) then 'done' else 'refused' end)
    select r.id, r.number, r.kind, r.state, r.urgency, r.version,
      (r.office_id = (select app.office_scope()) or r.school_id = (select app.school_scope()) or r.in_charge_id = ${staffId}::uuid
        or r.attached_case_id in (select app.member_cases())) is true as full,
      r.school_id as "schoolId", case when ${en} then a.short_en else a.short_ko end as school,
      s.id as "studentId", case when ${en} then coalesce(s.name_en, s.name) else s.name end as "studentName", s.grade, s.class_name as "className",
      r.described_child as described, r.applicant_id as "applicantId", case when ${en} then coalesce(p.name_en, p.name) else p.name end as applicant,
      case when ${en} then pa.short_en else pa.short_ko end as "applicantAgency", r.submitted_at as "submittedAt",
      r.responsible_agency_id as "responsibleAgencyId", case when ${en} then b.short_en else b.short_ko end as responsible,
      r.in_charge_id as "inChargeId", case when ${en} then coalesce(c.name_en, c.name) else c.name end as "inCharge",
      r.next_action as "nextAction", r.due_at as "dueAt", r.concerns, r.sentence, r.wishes, r.applicant_relation as relation,
      r.requested_by as "requestedBy", r.basics, r.question, r.answer, r.attached_case_id as "attachedCaseId",
      exists (select from cases k where k.office_id = r.office_id and k.id = r.attached_case_id) as "caseOpens",
      r.duplicate_of_id as "duplicateOfId", r.converted_to_id as "convertedToId",
      exists (select from app.open_work(r.student_id) w where w.kind = 'CASE') as "openCase"
    from found r
    join agencies a on a.office_id = r.office_id and a.id = r.school_id
    left join students s on s.office_id = r.office_id and s.id = r.student_id
    left join staff p on p.office_id = r.office_id and p.id = r.applicant_id
    left join agencies pa on pa.office_id = r.office_id and pa.id = p.agency_id
    left join agencies b on b.office_id = r.office_id and b.id = r.responsible_agency_id
    left join staff c on c.office_id = r.office_id and c.id = r.in_charge_id`
  return row === undefined ? null : viewOf(Row.parse(row), locale)
}

function viewOf({ full, studentId, studentName, grade, className, nextAction, applicant, applicantAgency, ...row }: z.output<typeof Row>, locale: Locale): ReferralView {
  const { concerns, sentence, wishes, relation, requestedBy, basics, ...rest } = row
  return {
    ...rest,
    reach: full ? 'FULL' : 'OWN',
    student: studentId === null ? null : { id: studentId, name: studentName ?? '—', classLabel: classLabel({ grade, className }, locale) },
    applicant: applicant ?? '—',
    applicantAgency: applicantAgency ?? '',
    next: isNextAction(nextAction) ? nextAction : null,
    written: { concerns, sentence, wishes, relation, requestedBy, basics: readBasics(basics) },
  }
}
