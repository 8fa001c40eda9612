import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { EdgeText, type Edge } from '#lib/core/edge.ts'
import { Id } from '#lib/core/id.ts'
import { Moment } from '#lib/core/input.ts'
import { audit } from '#lib/timeline/audit.ts'
import type { Entry } from '#lib/timeline/entry.ts'
import { timelineOf } from '#lib/timeline/queries.ts'

/** Whose eyes, and when: of a person or of an agency. */
export interface Eyes {
  caseId: string
  personId: string | null
  agencyId: string | null
  at: Date
}

/**
 * Of these rows, which the asker sees herself, those that are open to the other, or were then: both may see them. Nothing
 * is said of what she does not see. Empty for whoever does not answer for the case (`app.open_to`).
 */
export async function seenAs(tx: Tx, { caseId, personId, agencyId, at }: Eyes, ids: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`select x as id from app.open_to(${caseId}::uuid, ${personId}::uuid, ${agencyId}::uuid, ${at}, ${ids}::uuid[]) x`
  return new Set(rows.map(({ id }) => id))
}

/** As it stands in the page's address: `p` and an id, or `a` and an id; a moment of Seoul. What it does not know it leaves out. */
const Asked = z.object({
  as: z.string().regex(/^[pa]_/).transform((text) => ({ kind: text.charAt(0) === 'p' ? ('PERSON' as const) : ('AGENCY' as const), id: text.slice(2) }))
    .refine(({ id }) => Id.safeParse(id).success).optional().catch(undefined),
  at: Moment.optional().catch(undefined),
  before: EdgeText.optional().catch(undefined),
})

export const sightIn = (query: Record<string, unknown>): z.output<typeof Asked> => Asked.parse(query)

export interface Viewer {
  id: string
  name: string
}

/** Whose eyes there are: those of the team today, and every agency that ever had somebody in it. */
export async function viewersOf(tx: Tx, { officeId, staffId, locale }: Pick<Actor, 'officeId' | 'staffId' | 'locale'>, caseId: string): Promise<{ people: Viewer[]; agencies: Viewer[] }> {
  const en = locale === 'en'
  const people = await tx.$queryRaw<Viewer[]>`
    select distinct s.id, (case when ${en} then coalesce(s.name_en, s.name) else s.name end) || ' · ' || (case when ${en} then a.short_en else a.short_ko end) as name
    from case_members m join staff s on s.office_id = m.office_id and s.id = m.staff_id join agencies a on a.office_id = m.office_id and a.id = m.agency_id
    where m.office_id = ${officeId}::uuid and m.case_id = ${caseId}::uuid and m.ended_at is null and m.staff_id <> ${staffId}::uuid order by 2`
  const agencies = await tx.$queryRaw<Viewer[]>`
    select distinct a.id, case when ${en} then a.name_en else a.name_ko end as name
    from case_members m join agencies a on a.office_id = m.office_id and a.id = m.agency_id
    where m.office_id = ${officeId}::uuid and m.case_id = ${caseId}::uuid order by 2`
  return { people, agencies }
}

export interface Sight {
  entries: Entry[]
  /** Of the page of entries she sees, how many the other does not. */
  closed: number
  /** Where older ones begin; null: there are none. */
  older: Edge | null
  goals: string[]
  supports: string[]
}

const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** The case through those eyes, a page of its timeline at a time. That it was looked at so is written down. */
export async function sightOf(tx: Tx, actor: Actor, eyes: Eyes, before: Edge | undefined): Promise<Sight> {
  const { officeId, locale } = actor
  const { caseId, personId, agencyId, at } = eyes
  await audit(tx, actor, 'case.viewed-as', { caseId, subjectId: personId ?? agencyId })
  const { entries, more } = await timelineOf(tx, actor, caseId, { before: before ?? { at, id: last } })
  const goals = await tx.goal.findMany({ where: { officeId, caseId, setAt: { lte: at }, OR: [{ endedAt: null }, { endedAt: { gt: at } }] }, select: { id: true, statement: true }, orderBy: { setAt: 'asc' } })
  const supports = await tx.$queryRaw<{ id: string; said: string }[]>`
    select i.id, (case when ${locale} = 'en' then v.name_en else v.name_ko end) || ' · ' || (case when ${locale} = 'en' then a.short_en else a.short_ko end) as said
    from interventions i join services v on v.office_id = i.office_id and v.code = i.service_code join agencies a on a.office_id = i.office_id and a.id = i.agency_id
    where i.office_id = ${officeId}::uuid and i.case_id = ${caseId}::uuid and i.proposed_at <= ${at} order by i.proposed_at, i.id`
  const open = await seenAs(tx, eyes, [...entries, ...goals, ...supports].map(({ id }) => id))
  const seen = entries.filter(({ id }) => open.has(id))
  const oldest = entries.at(-1)
  return {
    entries: seen, closed: entries.length - seen.length, older: more && oldest ? { at: oldest.at, id: oldest.id } : null,
    goals: goals.filter(({ id }) => open.has(id)).map(({ statement }) => statement),
    supports: supports.filter(({ id }) => open.has(id)).map(({ said }) => said),
  }
}
