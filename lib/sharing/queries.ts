import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import type { DocumentState } from '#lib/documents/document.ts'
import { standing, type Answer, type EvidenceKind, type Subject } from './consent.ts'
import { isTongue, type Tongue } from './wording/tongue.ts'
import type { AnswerView, BasisView, GroundView, RecipientView } from './view.ts'

type Asker = Pick<Actor, 'officeId' | 'locale'>
type Recipient = { recipientId: string; recipient: string; recipientFull: string }
export type AnswerOfRecipient = AnswerView & Recipient

/** Every recipient there is an answer or a basis about, those who may be told something first. */
export async function recipientsOf(tx: Tx, actor: Asker, { id, studentId }: { id: string; studentId: string }): Promise<RecipientView[]> {
  const answers = await answersOf(tx, actor, studentId)
  const bases = await basesOf(tx, actor, id)
  const grounds = await tx.$queryRaw<(GroundView & { agencyId: string })[]>`
    select agency_id as "agencyId", ground, items, sensitive, until from app.case_grounds(${id}::uuid) order by ground, until desc`

  const recipients = new Map<string, RecipientView>()
  const of = ({ recipientId: id, recipient: name, recipientFull: fullName }: Recipient) => {
    const known = recipients.get(id) ?? { id, name, fullName, grounds: [], answers: [], earlier: [], bases: [] }
    recipients.set(id, known)
    return known
  }
  for (const answer of answers) (answer.standing === 'SUPERSEDED' ? of(answer).earlier : of(answer).answers).push(answer)
  for (const basis of bases) of(basis).bases.push(basis)
  for (const { agencyId, ...ground } of grounds) recipients.get(agencyId)?.grounds.push(ground)
  return [...recipients.values()].sort((a, b) => Number(b.grounds.length > 0) - Number(a.grounds.length > 0) || (a.name < b.name ? -1 : 1))
}

/**
 * All answers about one child, for whoever may see them; the newest first. What shows them is for those who may write one
 * down: to a recipient those rows do not exist (prisma/policies/235-consent-evidence.sql).
 */
export async function answersOf(tx: Tx, actor: Asker, studentId: string): Promise<AnswerOfRecipient[]> {
  const { officeId, locale } = actor
  const en = locale === 'en'
  type Row = Omit<AnswerView, 'standing' | 'paper'> & Recipient & { state: Answer; subject: Subject; evidenceKind: EvidenceKind; supersededAt: Date | null; paperId: string | null; paperState: DocumentState | null }
  const rows = await tx.$queryRaw<Row[]>`
    select k.id, k.subject, k.guardian_id as "guardianId", g.name as guardian, l.relation, k.state, k.items, k.sensitive, k.purpose,
      k.valid_from as "validFrom", k.valid_until as "validUntil", k.evidence_kind as "evidenceKind",
      coalesce(e.body, '') as evidence, e.consent_id is not null as shown, d.id as "paperId", d.state as "paperState",
      k.recorded_at as "recordedAt", k.withdrawn_at as "withdrawnAt", k.superseded_at as "supersededAt",
      f.number as form, k.wording, k.language, k.verified_how as "verifiedHow", k.confirmed_at as "confirmedAt",
      case when ${en} then coalesce(w.name_en, w.name) else w.name end as witness,
      k.evidence_kind = 'VERBAL' and k.state = 'GRANTED' and k.confirmed_at is null and k.withdrawn_at is null and k.superseded_at is null as unconfirmed,
      case when ${en} then coalesce(s.name_en, s.name) else s.name end as "recordedBy",
      k.recipient_id as "recipientId", case when ${en} then a.short_en else a.short_ko end as recipient,
      case when ${en} then a.name_en else a.name_ko end as "recipientFull"
    from consents k
    join agencies a on a.office_id = k.office_id and a.id = k.recipient_id
    join staff s on s.office_id = k.office_id and s.id = k.recorded_by_id
    left join consent_evidence e on e.office_id = k.office_id and e.consent_id = k.id
    left join documents d on d.office_id = e.office_id and d.id = e.paper_id
    left join staff w on w.office_id = e.office_id and w.id = e.witness_id
    left join consent_forms f on f.office_id = k.office_id and f.id = k.form_id
    left join guardians g on g.office_id = k.office_id and g.id = k.guardian_id
    left join guardian_links l on l.office_id = k.office_id and l.student_id = k.student_id and l.guardian_id = k.guardian_id
    where k.office_id = ${officeId}::uuid and k.student_id = ${studentId}::uuid
    order by k.recorded_at desc, k.id desc`
  return rows.map(({ supersededAt, paperId, paperState, ...row }) => ({
    ...row, standing: standing({ ...row, supersededAt }, now()), paper: paperId && paperState ? { id: paperId, state: paperState } : null,
  }))
}

async function basesOf(tx: Tx, { officeId, locale }: Asker, caseId: string): Promise<(BasisView & Recipient)[]> {
  const en = locale === 'en'
  return tx.$queryRaw<(BasisView & Recipient)[]>`
    select b.id, b.kind, b.reason, b.items, b.sensitive, b.valid_from as "validFrom", b.valid_until as "validUntil",
      b.recorded_by_id as "recordedById", b.review_due_at as "reviewDueAt", b.ended_at as "endedAt", b.ended_at is null and b.valid_from <= app.now() and b.valid_until > app.now() as counts,
      case when ${en} then coalesce(s.name_en, s.name) else s.name end as "recordedBy",
      b.recipient_id as "recipientId", case when ${en} then a.short_en else a.short_ko end as recipient,
      case when ${en} then a.name_en else a.name_ko end as "recipientFull"
    from lawful_bases b
    join agencies a on a.office_id = b.office_id and a.id = b.recipient_id
    join staff s on s.office_id = b.office_id and s.id = b.recorded_by_id
    where b.office_id = ${officeId}::uuid and b.case_id = ${caseId}::uuid
    order by b.recorded_at desc, b.id desc`
}

/** One answer with its recipient's name, or null. */
export async function answerOf(tx: Tx, actor: Asker, studentId: string, id: string | undefined): Promise<AnswerOfRecipient | null> {
  if (!Id.safeParse(id).success) return null
  return (await answersOf(tx, actor, studentId)).find((answer) => answer.id === id) ?? null
}

/** One basis with its recipient's name, or null. */
export async function basisOf(tx: Tx, actor: Asker, caseId: string, id: string | undefined): Promise<(BasisView & Recipient) | null> {
  if (!Id.safeParse(id).success) return null
  return (await basesOf(tx, actor, caseId)).find((basis) => basis.id === id) ?? null
}

export interface GuardianChoice {
  id: string
  name: string
  relation: string
}

/** Who answers for the child besides herself. */
export async function guardiansOf(tx: Tx, { officeId }: Asker, studentId: string): Promise<GuardianChoice[]> {
  return tx.$queryRaw<GuardianChoice[]>`
    select g.id, g.name, l.relation from guardian_links l
    join guardians g on g.office_id = l.office_id and g.id = l.guardian_id
    where l.office_id = ${officeId}::uuid and l.student_id = ${studentId}::uuid and l.ended_at is null order by g.name, g.id`
}

export interface RecipientChoice {
  id: string
  kind: string
  name: string
}

/** The agencies outside the circle: those that need a consent or a basis. */
export async function outsideAgencies(tx: Tx, { officeId, locale }: Asker): Promise<RecipientChoice[]> {
  const en = locale === 'en'
  return tx.$queryRaw<RecipientChoice[]>`
    select a.id, a.kind::text as kind, case when ${en} then a.name_en else a.name_ko end as name from agencies a
    where a.office_id = ${officeId}::uuid and a.ended_at is null and not app.inside_circle(a.kind, a.is_entrusted) order by 3, 1`
}

/** The language in which this family is to be asked: a guardian's own, as the roster has it; Korean where it has none or one we cannot write. */
export async function guardianTongue(tx: Tx, { officeId }: Asker, studentId: string): Promise<Tongue> {
  const rows = await tx.$queryRaw<{ language: string }[]>`
    select g.language from guardian_links l join guardians g on g.office_id = l.office_id and g.id = l.guardian_id
    where l.office_id = ${officeId}::uuid and l.student_id = ${studentId}::uuid and l.ended_at is null and g.language is not null order by g.language = 'ko', g.name, g.id`
  return rows.map(({ language }) => language).find(isTongue) ?? 'ko'
}

/** So many days before its end a consent is to be got anew. */
export async function renewalDays(tx: Tx, { officeId }: Asker): Promise<number> {
  return (await tx.office.findFirst({ where: { id: officeId }, select: { renewalDays: true } }))?.renewalDays ?? 30
}
