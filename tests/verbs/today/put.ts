import { newId } from '#lib/core/id.ts'
import { morning, type World } from '#tests/world.ts'

/* Rows put straight into the tables, to ask what a reader then finds in her list. The verbs have their own tests. */

const hour = 3_600_000
export const day = 24 * hour
export const from = (milliseconds: number) => new Date(morning.getTime() + milliseconds)

type Ground = Pick<World, 'owner' | 'ground'>

interface CaseRow {
  child: string
  school: string
  lead: string
  leadAgency: string
  level?: 'EMERGENCY' | 'HIGH' | 'MODERATE' | 'WATCH'
  due?: Date
  /** A person's name or an agency's key; neither: the family. */
  waits?: { staff?: string; agency?: string }
  seen?: Date | null
  opened?: Date
  planned?: boolean
}

let given = 0

/** An open case with its lead; by default seen this morning, due in three days, waiting for the family. */
export async function putCase(world: World, row: CaseRow): Promise<string> {
  const { owner, ground, studentIds } = world
  const { waits = {}, level = 'HIGH', due = from(3 * day), seen = from(-hour), opened = from(-2 * day) } = row
  const id = newId()
  await owner('begin')
  await owner(
    `insert into cases (id, office_id, number, student_id, school_id, level, domains, lead_id, lead_agency_id, next_action, due_at,
       waiting_on, waiting_staff_id, waiting_agency_id, opened_at, plan_agreed_at, last_event_at, child_seen_at)
     values ($1, $2, $3, $4, $5, $6, '{}', $7, $8, '가정방문 확인', $9, $10, $11, $12, $13, $14, $13, $15)`,
    [
      id, ground.officeId, `G-2026-${String(++given).padStart(4, '0')}`, studentIds[row.child], ground.agencyIds[row.school], level,
      ground.staffIds[row.lead], ground.agencyIds[row.leadAgency], due, waits.staff ? 'STAFF' : waits.agency ? 'AGENCY' : 'FAMILY',
      waits.staff ? ground.staffIds[waits.staff] : null, waits.agency ? ground.agencyIds[waits.agency] : null,
      opened, row.planned ? opened : null, seen,
    ],
  )
  await putMember(world, { caseId: id, staff: row.lead, agency: row.leadAgency, relation: 'LEAD' })
  await owner('commit')
  return id
}

export async function putMember({ owner, ground }: Ground, { caseId, staff, agency, relation = 'MEMBER' }: { caseId: string; staff: string; agency: string; relation?: string }): Promise<void> {
  await owner(
    `insert into case_members (id, office_id, case_id, staff_id, agency_id, relation, reason, since, added_by_id)
     values ($1, $2, $3, $4, $5, $6, 'SCHOOL_TEAM', $7, $4)`,
    [newId(), ground.officeId, caseId, ground.staffIds[staff], ground.agencyIds[agency], relation, from(-2 * day)],
  )
}

interface ReferralRow {
  child: string
  school: string
  applicant: string
  responsible: string
  state?: string
  urgency?: 'NOW' | 'TODAY' | 'THIS_WEEK'
  due?: Date
  inCharge?: string
  submitted?: Date
  question?: string
}

export async function putReferral({ owner, ground, studentIds }: World, row: ReferralRow): Promise<string> {
  const { state = 'SUBMITTED', urgency = 'THIS_WEEK', due = from(2 * day), submitted = from(-hour) } = row
  const id = newId()
  await owner(
    `insert into referrals (id, office_id, number, kind, state, urgency, school_id, student_id, applicant_id, applicant_relation, concerns,
       sentence, submitted_at, responsible_agency_id, in_charge_id, next_action, due_at, question)
     values ($1, $2, $3, 'REQUEST', $4, $5, $6, $7, $8, '담임', '{}', '걱정돼요', $9, $10, $11, '살펴보기', $12, $13)`,
    [
      id, ground.officeId, `R-2026-${String(9000 + ++given)}`, state, urgency, ground.agencyIds[row.school], studentIds[row.child],
      ground.staffIds[row.applicant], submitted, ground.agencyIds[row.responsible], row.inCharge ? ground.staffIds[row.inCharge] : null, due, row.question ?? null,
    ],
  )
  return id
}

interface InterventionRow {
  caseId: string
  agency: string
  staff?: string
  proposer: string
  state?: string
  due?: Date
  domain?: string
  wakesOn?: string
  service?: string
}

export async function putIntervention({ owner, ground }: Ground, row: InterventionRow): Promise<string> {
  const { state = 'PROPOSED', due = from(2 * day), domain = 'GENERAL', service = 'NGO-01' } = row
  const id = newId()
  await owner(
    `insert into interventions (id, office_id, case_id, domain, service_code, agency_id, staff_id, proposer_id, request, frequency, starts_on,
       state, due_at, proposed_at, wakes_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, '부탁드려요', '주 1회', $9::timestamptz::date, $10, $11, $9::timestamptz, $12)`,
    [
      id, ground.officeId, row.caseId, domain, service, ground.agencyIds[row.agency], row.staff ? ground.staffIds[row.staff] : null,
      ground.staffIds[row.proposer], from(-day), state, state === 'PAUSED' ? null : due, row.wakesOn ?? null,
    ],
  )
  return id
}

/** Both consents, student's and guardian's, for one recipient. */
export async function putConsent({ owner, ground, studentIds, guardianIds }: World, child: string, recipient: string, items: string[]): Promise<void> {
  for (const subject of ['STUDENT', 'GUARDIAN']) {
    await owner(
      `insert into consents (id, office_id, student_id, subject, guardian_id, recipient_id, purpose, items, state, valid_from, valid_until,
         evidence_kind, recorded_by_id, recorded_at)
       values ($1, $2, $3, $4, $5, $6, '지원', $7, 'GRANTED', $8, $9, 'PAPER', $10, $8)`,
      [
        newId(), ground.officeId, studentIds[child], subject, subject === 'GUARDIAN' ? guardianIds[child] : null, ground.agencyIds[recipient],
        items, from(-day), from(30 * day), ground.staffIds['문다희'],
      ],
    )
  }
}
