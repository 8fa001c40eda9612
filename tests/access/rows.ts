import { randomBytes, createHash } from 'node:crypto'
import { newId } from '#lib/core/id.ts'
import type { Actor, Role } from '#lib/core/actor.ts'
import { gramsOf, initialsOf } from '#lib/students/spelling.ts'
import { from, day } from '#tests/verbs/today/put.ts'
import { morning, type World } from '#tests/world.ts'
import { looks, relations, type Relation, type Thing } from './expected.ts'

/* One person for each role in each relation, and one case for each of them with one of everything in it. */

export interface Cell {
  role: Role
  relation: Relation
  actor: Actor
  caseId: string
  number: string
  /** When its next step is due: of no two cases in the same moment, so that each has its place in a list. */
  dueAt: Date
  studentId: string
  studentName: string
  guardianId: string
  /** The rows of the case by what they are; an id of a table's key or what stands for it. */
  ids: Partial<Record<Thing, string[]>>
  /** A referral of the same child that nobody has decided yet. */
  openReferralId: string
}

type Row = Record<string, unknown>
export type Rows = Record<string, Row[]>

const agencyOf = (role: Role, relation: Relation): string => {
  switch (role) {
    case 'TEACHER': case 'COUNSELOR': case 'SCHOOL_LEAD': return relation === 'OTHER_AGENCY' ? 'S1' : 'S3'
    case 'PARTNER_WORKER': case 'PARTNER_LEAD': return relation === 'OTHER_AGENCY' ? 'NGO2' : 'NGO1'
    case 'STATISTICS_VIEWER': return 'METRO'
    case 'COORDINATOR': case 'OFFICE_LEAD': case 'PRIVACY_OFFICER': case 'ADMIN': return 'ISS'
  }
}

const kinds: Record<string, string> = { S1: 'SCHOOL', S3: 'SCHOOL', NGO1: 'NGO', NGO2: 'CHILD_CENTER', METRO: 'METRO_OFFICE', ISS: 'ISS_CENTER' }
const isPartner = (role: Role) => role === 'PARTNER_WORKER' || role === 'PARTNER_LEAD'
const isMember = (relation: Relation) => !['REFERRER', 'SAME_AGENCY', 'ASKED', 'OTHER_AGENCY', 'GLASS', 'GLASS CONFLICTED'].includes(relation)
const partOf = (relation: Relation) => (relation === 'LEAD' || relation === 'CO_LEAD' || relation === 'OBSERVER' ? relation : 'MEMBER')

/** All cells of the matrix, and the rows that make them, in the order in which the tables need each other. */
export function makeCells(world: World): { cells: Cell[]; rows: Rows } {
  const rows: Rows = {}
  const put = (table: string, row: Row) => void (rows[table] ??= []).push({ office_id: world.ground.officeId, ...row })
  const cells: Cell[] = []
  for (const [role, byRelation] of Object.entries(looks) as [Role, Partial<Record<Relation, unknown>>][]) {
    for (const relation of relations) if (byRelation[relation]) cells.push(makeCell(world, put, role, relation, cells.length))
  }
  return { cells, rows }
}

type Put = (table: string, row: Row) => void

function makeCell(world: World, put: Put, role: Role, relation: Relation, index: number): Cell {
  const { agencyIds, officeId, staffIds } = world.ground
  const id = (name: string): string => agencyIds[name] ?? staffIds[name] ?? ''
  const actor = makePerson(world, put, role, relation)
  const author = { staff: id('윤채담'), agency: id('S3') }
  const caseId = newId()
  const studentId = newId()
  const guardianId = newId()
  const number = `G-2026-${String(5000 + index)}`
  const dueAt = from(3 * day + index * 1000)
  const studentName = `${'강산들별꽃달해솔샘빛'[index % 10] ?? ''}${'나라마바사아자차카타'[Math.floor(index / 10)] ?? ''}`
  const ids: Cell['ids'] = {}
  const keep = (thing: Thing, rowId = newId()): string => {
    ids[thing] = [...(ids[thing] ?? []), rowId]
    return rowId
  }

  put('students', { id: keep('student', studentId), school_id: id('S3'), name: studentName, grade: 8, class_name: '3', grams: gramsOf([studentName]), initials: initialsOf(studentName), birth_date: '2012-05-05' })
  put('guardians', { id: keep('guardian', guardianId), name: '보호자' })
  put('guardian_links', { student_id: studentId, guardian_id: guardianId, relation: 'mother' })
  const other = newId()
  put('guardians', { id: other, name: '다른 보호자' })
  put('guardian_links', { student_id: studentId, guardian_id: other, relation: 'father' })

  const document = (thing: Thing, more: Row) => {
    const said = { case_id: caseId, layer: 'PROGRESS', domain: 'ECON', ...more }
    const row = {
      id: keep(thing), student_id: studentId, kind: 'REPORT', linked: false, ...said,
      name: '의견서.pdf', media_type: 'application/pdf', bytes: 10, sha256: '\\x00', state: 'CLEAN', checked_how: 'SCANNED', checked_at: from(-day), uploaded_by_id: author.staff, agency_id: author.agency, at: from(-day),
    }
    put('documents', row)
    const { case_id, layer, domain } = said
    if (case_id) put('events', { id: newId(), case_id, agency_id: author.agency, layer, domain, audience: 'TEAM', type: 'document.added', at: row.at, actor_id: author.staff, data: { documentId: row.id, kind: row.kind } })
  }
  const leads = relation === 'LEAD'
  put('cases', {
    id: keep('case', caseId), number, student_id: studentId, school_id: id('S3'), level: 'HIGH', domains: ['ECON', 'EMOTION'], version: 1,
    lead_id: leads ? actor.staffId : author.staff, lead_agency_id: leads ? actor.agencyId : author.agency,
    next_action: '살펴보기', due_at: dueAt, waiting_on: 'FAMILY', opened_at: from(-9 * day), last_event_at: from(-day), child_seen_at: from(-day),
  })
  const member = { case_id: caseId, since: from(-9 * day), added_by_id: author.staff, reason: isPartner(role) ? 'CONSENT' : 'SCHOOL_TEAM' }
  if (!leads) put('case_members', { id: keep('lead member'), ...member, staff_id: author.staff, agency_id: author.agency, relation: 'LEAD', ended_at: null })
  if (isMember(relation)) put('case_members', { id: keep('own member'), ...member, staff_id: actor.staffId, agency_id: actor.agencyId, relation: partOf(relation), ended_at: relation === 'FORMER' ? from(-day) : null })
  if (relation.startsWith('GLASS')) put('break_glasses', { id: newId(), case_id: caseId, staff_id: actor.staffId, code: 'CHILD_IN_DANGER', reason: '아이가 위험할 수 있어요', opened_at: from(-60_000), until: from(day / 24), review_due_at: from(day) })
  if (relation.endsWith('CONFLICTED')) put('conflicts', { id: newId(), staff_id: actor.staffId, student_id: studentId, declared_by: actor.staffId, declared_at: from(-day) })

  const note = (thing: Thing, layer: string, domain: string, audience = 'TEAM') => {
    const noteId = keep(thing)
    const common = { case_id: caseId, agency_id: author.agency, layer, domain, audience }
    put('notes', { id: noteId, ...common, author_id: author.staff, kind: 'VISIT', body: '글', child_seen: false, happened_at: from(-day), written_at: from(-day), version: 1 })
    put('events', { id: newId(), ...common, type: 'note.written', at: from(-day), actor_id: author.staff, note_id: noteId, data: { kind: 'VISIT', childSeen: false } })
  }
  note('note: plan, ECON', 'PLAN', 'ECON')
  note('note: progress, GENERAL', 'PROGRESS', 'GENERAL')
  note('note: progress, ECON', 'PROGRESS', 'ECON')
  note('note: progress, EMOTION', 'PROGRESS', 'EMOTION')
  note('note: sensitive, ECON', 'SENSITIVE', 'ECON')
  note('note: sensitive, EMOTION', 'SENSITIVE', 'EMOTION')
  note('note: for the school alone', 'PROGRESS', 'ECON', 'AGENCY')
  note('note: for its writer alone', 'PROGRESS', 'ECON', 'PRIVATE')

  // A child on the other side; of it, whoever is opposed is a relative. That she is shut out here too, the database finds.
  const otherId = newId()
  put('students', { id: otherId, school_id: id('S1'), name: `상대${index}`, grade: 8, class_name: '3', grams: [], initials: '', birth_date: '2012-05-05' })
  if (relation === 'OPPOSED') put('conflicts', { id: newId(), staff_id: actor.staffId, student_id: otherId, declared_by: actor.staffId, declared_at: from(-day) })
  put('other_sides', { id: keep('the other side'), student_id: studentId, other_id: otherId, set_by_id: id('서강민'), set_at: from(-day) })

  for (const [thing, kind] of [['named for a sealed record', 'OTHER'], ['named for what was reported', 'ABUSE_REPORT']] as const) {
    const recordId = newId()
    const readerId = keep(thing)
    put('sealed_records', { id: recordId, case_id: caseId, kind, box: 'x', by_id: author.staff, at: from(-day) })
    put('sealed_readers', { id: readerId, record_id: recordId, staff_id: actor.staffId, named_by_id: author.staff, at: from(-day) })
    if (isPartner(role)) put('reader_grants', { id: newId(), reader_id: readerId, case_id: caseId, asked_by_id: author.staff, reason: '함께 보아야 해요 꼭', asked_at: from(-day), answer: 'GRANTED', answered_by_id: id('서강민'), answered_at: from(-day) })
  }

  const support = (thing: Thing, domain: string, agency: string, state: string) => {
    const row = { id: keep(thing), case_id: caseId, domain, service_code: 'NGO-01', agency_id: agency, proposer_id: author.staff, request: '부탁', frequency: '주 1회', starts_on: '2026-11-01', state, due_at: from(5 * day), proposed_at: from(-8 * day), version: 1 }
    put('interventions', row)
    return row.id
  }
  for (const domain of ['ECON', 'EMOTION'] as const) {
    put('goals', { id: keep(`goal: ${domain}`), case_id: caseId, statement: `${domain} 목표`, domain, steps: ['가', '나', '다', '라', '마'], set_at: from(-8 * day), version: 1 })
    const interventionId = support(`support: ${domain}`, domain, id('WEE'), 'ACTIVE')
    put('intervention_sessions', { id: keep(`session: ${domain}`), case_id: caseId, intervention_id: interventionId, by_id: author.staff, held_at: from(-day), attendance: 'ATTENDED', child_seen: false, units: 1 })
  }
  if (relation === 'ASKED') support('support asked of her agency', 'ECON', actor.agencyId, 'PROPOSED')

  document('document: progress, ECON', {})
  document('document: shown, ECON', { linked: true })
  document('document: shown, EMOTION', { linked: true, domain: 'EMOTION' })
  document('document: sensitive and shown, ECON', { linked: true, layer: 'SENSITIVE' })

  const found = { case_id: caseId, red_flags: [], ratings: {}, aggravators: [], proposed: 'HIGH', reason: '살펴봤어요', by_id: author.staff, at: from(-9 * day) }
  put('case_levels', { id: keep('level'), ...found, decided: 'HIGH' })
  put('level_proposals', { id: keep('proposal'), ...found, wanted: 'MODERATE', settled_by_id: author.staff, settled_at: from(-day), outcome: 'WITHDRAWN' })
  put('closures', { id: keep('closure'), case_id: caseId, reason: 'GOALS_REACHED', summary: '끝냈어요', by_id: author.staff, at: from(-10 * day) })
  put('reopenings', { id: keep('reopening'), case_id: caseId, reason: '다시', by_id: author.staff, at: from(-9 * day) })
  makeSharing(world, put, keep, { role, relation, actor, caseId, studentId, guardianId, ids })
  document('document of the consent', { case_id: null, domain: 'GENERAL', kind: 'CONSENT', layer: 'PLAN' })
  for (const consentId of ids.consent ?? []) put('consent_evidence', { consent_id: keep('what shows the consent', consentId), student_id: studentId, body: '3학년부 보관', hash: null, paper_id: ids['document of the consent']?.[0] })
  const openReferralId = makeReferrals(world, put, keep, { role, relation, actor, caseId, studentId, index })
  return { role, relation, actor, caseId, number, dueAt, studentId, studentName, guardianId, ids, openReferralId }

  function makePerson({ ground }: World, put: Put, role: Role, relation: Relation): Actor {
    const staffId = newId()
    const key = randomBytes(32)
    const agency = agencyOf(role, relation)
    const agencyId = ground.agencyIds[agency] ?? ''
    const until = from(300 * day)
    put('staff', { id: staffId, agency_id: agencyId, role, name: `${role} ${relation}`, job_title: '' })
    put('accounts', { staff_id: staffId, email: `${role}.${relation}@access.example`.toLowerCase(), locale: 'ko' })
    put('handling_approvals', { id: newId(), staff_id: staffId, valid_from: from(-30 * day), valid_until: until })
    put('security_trainings', { id: newId(), staff_id: staffId, completed_at: from(-30 * day), valid_until: until })
    put('sessions', { id: newId(), staff_id: staffId, key_hash: `\\x${createHash('sha256').update(key).digest('hex')}`, created_at: from(-day), expires_at: until, method: 'TEST' })
    return {
      sessionKey: key.toString('hex'), staffId, officeId, agencyId, agencyKind: kinds[agency] ?? '', role, name: `${role} ${relation}`, agencyName: agency, jobTitle: '',
      locale: 'ko', inside: agency === 'ISS' || agency.startsWith('S'), cleared: true,
    }
  }
}

type Keep = (thing: Thing, rowId?: string) => string
type Of = { role: Role; relation: Relation; actor: Actor; caseId: string; studentId: string }

/** A consent for the person's agency, or, where it has none, for a third one; the same with the basis. */
function makeSharing({ ground }: World, put: Put, keep: Keep, { role, relation, actor, caseId, studentId, guardianId, ids }: Of & { guardianId: string; ids: Cell['ids'] }) {
  const third = ground.agencyIds['FC'] ?? ''
  const consented = isPartner(role) && !['OTHER_AGENCY', 'WITHOUT', 'BASIS'].includes(relation)
  const recorder = ground.staffIds['윤채담']
  for (const subject of ['STUDENT', 'GUARDIAN']) {
    put('consents', {
      id: keep('consent'), student_id: studentId, subject, guardian_id: subject === 'GUARDIAN' ? guardianId : null, recipient_id: consented ? actor.agencyId : third,
      purpose: '지원', items: ['ECON', 'CAREER'], sensitive: false, state: 'GRANTED', valid_from: from(-30 * day), valid_until: relation === 'EXPIRED' ? from(-day) : from(60 * day),
      evidence_kind: 'PAPER', recorded_by_id: recorder, recorded_at: from(-30 * day),
    })
  }
  put('lawful_bases', {
    id: keep('basis'), case_id: caseId, recipient_id: relation === 'BASIS' ? actor.agencyId : third, kind: 'URGENT_RISK', reason: '급해요', items: ['ECON'], sensitive: true,
    valid_from: from(-day), valid_until: from(20 * day), review_due_at: from(5 * day), recorded_by_id: recorder, recorded_at: from(-day),
  })
  put('basis_reviews', { id: keep('basis review'), case_id: caseId, basis_id: ids.basis?.[0], outcome: 'KEEP', remark: '아직 필요해요', by_id: ground.staffIds['남기훈'], at: from(-day) })
  // One of two guardians is not told, and somebody has asked whether she may be again.
  const blockId = keep('guardian block')
  put('guardian_blocks', {
    id: blockId, case_id: caseId, student_id: studentId, guardian_id: guardianId, relation: 'mother', source: 'NAMED', replaced: false,
    set_by_id: recorder, set_at: from(-day), end_asked_by_id: recorder, end_asked_at: from(-day),
  })
  put('guardian_block_reasons', { id: keep('why a guardian is not told'), block_id: blockId, part: 'SET', code: 'SUSPECTED', body: '위험해요', by_id: recorder, at: from(-day) })
}

function makeReferrals({ ground }: World, put: Put, keep: Keep, { role, relation, actor, caseId, studentId, index }: Of & { index: number }): string {
  const author = ground.staffIds['윤채담'] ?? ''
  const school = ground.agencyIds['S3']
  const applicant = relation === 'REFERRER' ? actor.staffId : author
  const notice = relation === 'REFERRER' && isPartner(role)
  const common = { school_id: school, applicant_relation: '담임', requested_by: 'STAFF', concerns: ['ECON'], sentence: '걱정돼요', wishes: '', basics: {}, submitted_at: from(-10 * day), version: 1, urgency: 'THIS_WEEK' }
  const id = keep('referral')
  put('referrals', {
    id, number: `R-2026-${5000 + index}`, ...common, applicant_id: applicant, kind: notice ? 'NOTICE' : 'REQUEST', state: notice ? 'CONVERTED' : 'SELECTED',
    student_id: notice ? null : studentId, described_child: notice ? '모자를 쓴 학생' : null, attached_case_id: notice ? null : caseId,
    responsible_agency_id: school, in_charge_id: null, next_action: null, due_at: null,
  })
  put('referral_decisions', { id: keep('referral decision'), referral_id: id, move: 'select', reason: '필요해요', by_id: ground.staffIds['남기훈'], at: from(-9 * day) })
  const open = newId()
  put('referrals', {
    id: open, number: `R-2026-${7000 + index}`, ...common, applicant_id: author, kind: 'REQUEST', state: 'SUBMITTED', student_id: studentId, described_child: null, attached_case_id: null,
    responsible_agency_id: school, in_charge_id: null, next_action: '살펴보기', due_at: from(day),
  })
  return open
}

/** Tables in the order in which they need each other; cases and their leads within one transaction. */
const order = [
  'staff', 'accounts', 'handling_approvals', 'security_trainings', 'sessions', 'students', 'guardians', 'guardian_links', 'cases', 'case_members', 'conflicts', 'other_sides', 'break_glasses',
  'sealed_records', 'sealed_readers', 'reader_grants', 'notes', 'goals', 'interventions', 'intervention_sessions', 'case_levels', 'level_proposals', 'closures', 'reopenings', 'consents', 'lawful_bases', 'basis_reviews', 'guardian_blocks', 'guardian_block_reasons', 'documents', 'consent_evidence', 'referrals', 'referral_decisions', 'events',
]

export async function insertRows({ owner }: World, rows: Rows): Promise<void> {
  await owner('begin')
  for (const table of order) {
    const some = rows[table]
    if (!some?.[0]) continue
    const columns = Object.keys(some[0]).join(', ')
    await owner(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(some)])
  }
  await owner('commit')
  // A server of the tests counts nothing by itself, and would read whole tables.
  await owner('analyze')
}

/** Every case ended so long before its next step was due. */
export const closedBefore = 4 * day

/** Ends every piece of help and closes every case. */
export async function closeAll({ owner }: World): Promise<void> {
  await owner(`update interventions set state = 'COMPLETED', result = 'ACHIEVED', due_at = null, ended_at = $1 where state <> 'COMPLETED'`, [morning])
  await owner(`update cases set closed_at = due_at - make_interval(secs => $1) where closed_at is null`, [closedBefore / 1000])
}
