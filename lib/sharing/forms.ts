import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { classLabel } from '#lib/students/student.ts'
import { linkState, type FormLine, type FormView, type LinkView } from './form.ts'
import { openSignature } from './link-secret.ts'
import { tongues } from './wording/tongue.ts'

type Asker = Pick<Actor, 'officeId' | 'locale'>

const Head = z.object({
  id: z.string(), number: z.string(), language: z.enum(tongues), wording: z.string(), issuedAt: z.date(),
  studentId: z.string(), student: z.string(), school: z.string(), birthDate: z.date().nullable(), grade: z.number().nullable(), className: z.string().nullable(), classNumber: z.number().nullable(),
})

/** Forms by id in the order given: all that stands on the paper. */
async function formsByIds(tx: Tx, { officeId }: Asker, ids: readonly string[]): Promise<FormView[]> {
  const heads = (await tx.$queryRaw<unknown[]>`
    select f.id, f.number, f.language, f.wording, f.issued_at as "issuedAt", s.id as "studentId", s.name as student, a.name_ko as school, s.birth_date as "birthDate",
      s.grade, s.class_name as "className", s.class_number as "classNumber"
    from consent_forms f join students s on s.office_id = f.office_id and s.id = f.student_id join agencies a on a.office_id = s.office_id and a.id = s.school_id
    where f.office_id = ${officeId}::uuid and f.id = any(${ids}::uuid[]) order by array_position(${ids}::uuid[], f.id)`).map((row) => Head.parse(row))
  const lines = await tx.$queryRaw<(FormLine & { formId: string })[]>`
    select l.form_id as "formId", l.recipient_id as "recipientId", a.name_ko as recipient, a.name_en as "recipientEn", l.purpose, l.items, l.sensitive, l.valid_until as "validUntil"
    from consent_form_lines l join agencies a on a.office_id = l.office_id and a.id = l.recipient_id
    where l.office_id = ${officeId}::uuid and l.form_id = any(${ids}::uuid[]) order by a.name_ko, a.id`
  const guardians = await tx.$queryRaw<{ studentId: string; name: string; relation: string }[]>`
    select l.student_id as "studentId", g.name, l.relation from guardian_links l join guardians g on g.office_id = l.office_id and g.id = l.guardian_id
    where l.office_id = ${officeId}::uuid and l.student_id = any(${heads.map(({ studentId }) => studentId)}::uuid[]) and l.ended_at is null order by g.name, g.id`
  return heads.map(({ studentId, student: name, school, birthDate, grade, className, classNumber, ...head }) => ({
    ...head,
    student: { id: studentId, name, school: [school, classLabel({ grade, className }, 'ko'), classNumber && `${classNumber}번`].filter(Boolean).join(' '), birthDate },
    guardians: guardians.filter((one) => one.studentId === studentId),
    lines: lines.filter(({ formId }) => formId === head.id),
  }))
}

/** The sheets of a round, in the order of the class; without the families that are not asked in this way. */
export async function sheetsOf(tx: Tx, actor: Asker, roundId: string): Promise<FormView[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select f.id from consent_forms f join students s on s.office_id = f.office_id and s.id = f.student_id
    where f.office_id = ${actor.officeId}::uuid and f.round_id = ${roundId}::uuid and f.id not in (select app.asked_apart(${roundId}::uuid))
    order by s.grade, s.class_name, s.class_number, s.name, s.id`
  return formsByIds(tx, actor, rows.map(({ id }) => id))
}

/** One form of a child, or null. */
export async function formOf(tx: Tx, actor: Asker, studentId: string, id: string): Promise<FormView | null> {
  if (!Id.safeParse(id).success) return null
  const [form] = await formsByIds(tx, actor, [id])
  return form?.student.id === studentId ? form : null
}

export interface FormSummary {
  id: string
  number: string
  issuedAt: Date
  recipients: string[]
  answers: number
}

/** The latest forms made out for a child, and how many answers came of each. */
export async function formsOf(tx: Tx, { officeId, locale }: Asker, studentId: string): Promise<FormSummary[]> {
  return tx.$queryRaw<FormSummary[]>`
    select f.id, f.number, f.issued_at as "issuedAt",
      array(select case when ${locale} = 'en' then a.short_en else a.short_ko end from consent_form_lines l join agencies a on a.office_id = l.office_id and a.id = l.recipient_id
            where l.office_id = f.office_id and l.form_id = f.id order by 1) as recipients,
      (select count(*)::int from consents k where k.office_id = f.office_id and k.form_id = f.id) as answers
    from consent_forms f where f.office_id = ${officeId}::uuid and f.student_id = ${studentId}::uuid order by f.issued_at desc, f.id desc limit 20`
}

/** The links of a form, the newest first. */
export async function linksOf(tx: Tx, { officeId, locale }: Asker, formId: string): Promise<LinkView[]> {
  type Row = Omit<LinkView, 'state' | 'signature'> & { box: string | null; tries: number; usedAt: Date | null; endedAt: Date | null }
  const rows = await tx.$queryRaw<Row[]>`
    select l.id, l.subject, g.name as guardian, l.sent_at as "sentAt", case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as "sentBy",
      l.expires_at as "expiresAt", l.tries, l.used_at as "usedAt", l.ended_at as "endedAt", x.box
    from consent_links l left join consent_signatures x on x.office_id = l.office_id and x.link_id = l.id join staff s on s.office_id = l.office_id and s.id = l.sent_by_id left join guardians g on g.office_id = l.office_id and g.id = l.guardian_id
    where l.office_id = ${officeId}::uuid and l.form_id = ${formId}::uuid order by l.sent_at desc, l.id desc`
  return Promise.all(rows.map(async ({ box, ...row }): Promise<LinkView> => ({
    ...row, state: linkState(row), signature: box === null ? null : await signatureIn(box, row.id),
  })))
}

const Signed = z.union([z.object({ kind: z.literal('DRAWN'), image: z.base64() }), z.object({ kind: z.literal('TYPED'), name: z.string() })])

async function signatureIn(box: string, linkId: string): Promise<LinkView['signature']> {
  const text = await openSignature(box, linkId)
  if (text === null) return null
  const signed = Signed.parse(JSON.parse(text))
  return signed.kind === 'DRAWN' ? { image: `data:image/png;base64,${signed.image}` } : { name: signed.name }
}
