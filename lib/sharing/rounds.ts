import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import type { DocumentState } from '#lib/documents/document.ts'
import { classLabel } from '#lib/students/student.ts'
import { isUnder14, linkState, type LinkState } from './form.ts'
import { now } from '#lib/core/clock.ts'
import { subjects, type Answer, type Subject } from './consent.ts'
import type { GuardianChoice } from './queries.ts'
import { openShown, type Shown } from './link-secret.ts'
import { mostFamilies } from './round.ts'
import type { Tongue } from './wording/tongue.ts'

type Asker = Pick<Actor, 'officeId' | 'locale'>

export interface RoundHead {
  id: string
  school: string
  schoolYear: number
  wording: string
  label: string
  issuedAt: Date
  issuedBy: string
  families: number
  /** Families of which student and a guardian answered about every agency. */
  back: number
}

type HeadRow = Omit<RoundHead, 'label'> & { grade: number | null; className: string | null }

/** Which agencies a child was asked about already in a school year and wording: `child agency`. */
export async function askedBefore(tx: Tx, { officeId }: Pick<Actor, 'officeId'>, { schoolId, schoolYear, wording }: { schoolId: string; schoolYear: number; wording: string }): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ pair: string }[]>`
    select distinct f.student_id || ' ' || l.recipient_id as pair from consent_rounds r
    join consent_forms f on f.office_id = r.office_id and f.round_id = r.id
    join consent_form_lines l on l.office_id = f.office_id and l.form_id = f.id
    where r.office_id = ${officeId}::uuid and r.school_id = ${schoolId}::uuid and r.school_year = ${schoolYear} and r.wording = ${wording}`
  return new Set(rows.map(({ pair }) => pair))
}

/** The rounds that exist for the reader, the newest first; or the one that is asked for. */
export async function roundsOf(tx: Tx, { officeId, locale }: Asker, id?: string): Promise<RoundHead[]> {
  if (id !== undefined && !Id.safeParse(id).success) return []
  const rows = await tx.$queryRaw<HeadRow[]>`
    select r.id, case when ${locale} = 'en' then a.short_en else a.short_ko end as school, r.school_year as "schoolYear", r.wording, r.grade, r.class_name as "className", r.issued_at as "issuedAt",
      case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as "issuedBy", count(f.id)::int as families,
      count(f.id) filter (where not exists (
        select from consent_form_lines l cross join (values ('STUDENT'), ('GUARDIAN')) as who(subject) where l.office_id = f.office_id and l.form_id = f.id and not exists (
          select from consents k where k.office_id = f.office_id and k.form_id = f.id and k.recipient_id = l.recipient_id and k.subject::text = who.subject and k.state in ('GRANTED', 'REFUSED', 'UNABLE'))))::int as back
    from consent_rounds r join agencies a on a.office_id = r.office_id and a.id = r.school_id join staff s on s.office_id = r.office_id and s.id = r.issued_by_id
    left join consent_forms f on f.office_id = r.office_id and f.round_id = r.id
    where r.office_id = ${officeId}::uuid and (${id ?? null}::uuid is null or r.id = ${id ?? null}::uuid)
    group by r.office_id, r.id, a.short_en, a.short_ko, s.name_en, s.name order by r.issued_at desc, r.id desc limit 100`
  return rows.map(({ grade, className, ...row }) => ({ ...row, label: classLabel({ grade, className }, locale) }))
}

export interface RoundFamily {
  formId: string
  number: string
  language: Tongue
  studentId: string
  student: string
  classNumber: number | null
  under14: boolean
  /** Not asked in this way. */
  apart: boolean
  guardians: GuardianChoice[]
  lines: { recipientId: string; recipient: string; sensitive: boolean }[]
  answers: { recipientId: string; subject: Subject; state: Answer; sensitive: boolean; name: string | null }[]
  paper: { id: string; state: DocumentState } | null
}

type FamilyRow = Omit<RoundFamily, 'under14' | 'paper'> & { birthDate: Date | null; paperId: string | null; paperState: DocumentState | null }

/** The families of a round in the order of the class, with what came back. */
export async function familiesOf(tx: Tx, { officeId, locale }: Asker, roundId: string): Promise<RoundFamily[]> {
  const en = locale === 'en'
  const rows = await tx.$queryRaw<FamilyRow[]>`
    select f.id as "formId", f.number, f.language, s.id as "studentId", case when ${en} then coalesce(s.name_en, s.name) else s.name end as student, s.class_number as "classNumber", s.birth_date as "birthDate",
      f.id in (select app.asked_apart(${roundId}::uuid)) as apart,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'relation', l.relation) order by g.name, g.id) from guardian_links l join guardians g on g.office_id = l.office_id and g.id = l.guardian_id
        where l.office_id = f.office_id and l.student_id = f.student_id and l.ended_at is null), '[]') as guardians,
      (select jsonb_agg(jsonb_build_object('recipientId', l.recipient_id, 'recipient', case when ${en} then a.short_en else a.short_ko end, 'sensitive', l.sensitive) order by a.name_ko, a.id)
        from consent_form_lines l join agencies a on a.office_id = l.office_id and a.id = l.recipient_id where l.office_id = f.office_id and l.form_id = f.id) as lines,
      coalesce((select jsonb_agg(jsonb_build_object('recipientId', k.recipient_id, 'subject', k.subject, 'state', k.state, 'sensitive', k.sensitive, 'name', g.name) order by k.recorded_at)
        from consents k left join guardians g on g.office_id = k.office_id and g.id = k.guardian_id
        where k.office_id = f.office_id and k.form_id = f.id and k.state in ('GRANTED', 'REFUSED', 'UNABLE')), '[]') as answers,
      d.id as "paperId", d.state as "paperState"
    from consent_forms f join students s on s.office_id = f.office_id and s.id = f.student_id
    left join lateral (select x.id, x.state from documents x where x.office_id = f.office_id and x.form_id = f.id and x.ended_at is null order by x.state = 'REFUSED', x.at desc, x.id desc limit 1) d on true
    where f.office_id = ${officeId}::uuid and f.round_id = ${roundId}::uuid
    order by s.grade, s.class_name, s.class_number, s.name, s.id`
  return rows.map(({ birthDate, paperId, paperState, ...row }) => ({ ...row, under14: isUnder14(birthDate, now()), paper: paperId && paperState ? { id: paperId, state: paperState } : null }))
}

type Answered = Pick<RoundFamily, 'lines' | 'answers'>

/** She, or a guardian, has answered about every agency. */
export const hasAnswered = ({ lines, answers }: Answered, subject: Subject): boolean =>
  lines.every(({ recipientId }) => answers.some((answer) => answer.recipientId === recipientId && answer.subject === subject))

/** A link to her would ask what she has said already; who could not be asked may still be. */
export const hasSaid = ({ lines, answers }: Answered, subject: Subject): boolean => hasAnswered({ lines, answers: answers.filter(({ state }) => state !== 'UNABLE') }, subject)

/** It has all its answers: student and guardian, about every agency. */
export const isBack = (family: Answered): boolean => subjects.every((subject) => hasAnswered(family, subject))

/** The newest link of one person to a form of a round. */
export interface RoundLink {
  formId: string
  /** As on the form, whoever reads. */
  student: string
  /** null: the student. */
  guardianId: string | null
  guardian: string | null
  sentAt: Date
  expiresAt: Date
  state: LinkState
  /** Address and PIN, for whoever sent it, for ten minutes. */
  shown: Shown | null
}

/** The links of a round, one a person, in the order of the class. */
export async function roundLinks(tx: Tx, { officeId }: Asker, roundId: string): Promise<RoundLink[]> {
  type Row = Omit<RoundLink, 'state' | 'shown'> & { id: string; tries: number; usedAt: Date | null; endedAt: Date | null; box: Uint8Array | null }
  const rows = await tx.$queryRaw<Row[]>`
    select x.* from (
      select distinct on (l.form_id, l.guardian_id) l.id, l.form_id as "formId", l.guardian_id as "guardianId", g.name as guardian, l.sent_at as "sentAt", l.expires_at as "expiresAt",
        l.tries, l.used_at as "usedAt", l.ended_at as "endedAt", app.link_shown(l.id) as box, s.name as student, s.grade, s.class_name, s.class_number
      from consent_forms f join students s on s.office_id = f.office_id and s.id = f.student_id join consent_links l on l.office_id = f.office_id and l.form_id = f.id
      left join guardians g on g.office_id = l.office_id and g.id = l.guardian_id
      where f.office_id = ${officeId}::uuid and f.round_id = ${roundId}::uuid order by l.form_id, l.guardian_id, l.sent_at desc, l.id desc) x
    order by x.grade, x.class_name, x.class_number, x.student, x."formId", x."guardianId" nulls first`
  return Promise.all(rows.map(async ({ box, id, ...row }) => ({ ...row, state: linkState(row), shown: box && (await openShown(box, id)) })))
}

export interface ClassChoice {
  grade: number | null
  className: string | null
  label: string
  count: number
}

/** The classes of a school, as the roster has them. */
export async function classesOf(tx: Tx, { officeId, locale }: Asker, schoolId: string): Promise<ClassChoice[]> {
  const rows = await tx.$queryRaw<Omit<ClassChoice, 'label'>[]>`
    select s.grade, s.class_name as "className", count(*)::int as count from students s
    where s.office_id = ${officeId}::uuid and s.school_id = ${schoolId}::uuid and s.left_at is null group by 1, 2 order by s.grade, length(s.class_name), s.class_name`
  return rows.map((row) => ({ ...row, label: classLabel(row, locale) }))
}

export interface PupilChoice {
  id: string
  name: string
  classNumber: number | null
  /** Agencies asked about already this year, in these words. */
  asked: string[]
}

/** The pupils of a class. */
export async function pupilsOf(tx: Tx, { officeId, locale }: Asker, { schoolId, grade, className, schoolYear, wording }: { schoolId: string; grade: number | null; className: string | null; schoolYear: number; wording: string }): Promise<PupilChoice[]> {
  const en = locale === 'en'
  return tx.$queryRaw<PupilChoice[]>`
    select s.id, case when ${en} then coalesce(s.name_en, s.name) else s.name end as name, s.class_number as "classNumber",
      array(select distinct case when ${en} then a.short_en else a.short_ko end from consent_rounds r join consent_forms f on f.office_id = r.office_id and f.round_id = r.id
        join consent_form_lines l on l.office_id = f.office_id and l.form_id = f.id join agencies a on a.office_id = l.office_id and a.id = l.recipient_id
        where r.office_id = s.office_id and f.student_id = s.id and r.school_year = ${schoolYear} and r.wording = ${wording} order by 1) as asked
    from students s where s.office_id = ${officeId}::uuid and s.school_id = ${schoolId}::uuid and s.left_at is null
      and s.grade is not distinct from ${grade}::int and s.class_name is not distinct from ${className}::text
    order by s.class_number, s.name, s.id limit ${mostFamilies}`
}

/** The schools whose classes the reader may ask: her own, or each of the office. */
export async function roundSchools(tx: Tx, { officeId, locale, agencyId, agencyKind }: Actor): Promise<{ id: string; name: string }[]> {
  const own = agencyKind === 'SCHOOL' ? agencyId : null
  return tx.$queryRaw<{ id: string; name: string }[]>`
    select a.id, case when ${locale} = 'en' then a.name_en else a.name_ko end as name from agencies a
    where a.office_id = ${officeId}::uuid and a.kind = 'SCHOOL' and a.ended_at is null and (${own}::uuid is null or a.id = ${own}::uuid) order by 2, 1`
}
