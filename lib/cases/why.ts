import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { GroundView } from '#lib/sharing/view.ts'
import type { Entry } from '#lib/timeline/entry.ts'
import type { Relation } from './case.ts'

/** The rows that let the reader in, as they stand now: what row security reads (prisma/policies/020-cases-scope.sql), asked of once. */
export interface Standing {
  /** Her own row of the team; null: she is none of it. */
  part: { relation: Relation; since: Date; until: Date | null; addedBy: string } | null
  /** She looks after every case of the office, or of her school. */
  scope: 'OFFICE' | 'SCHOOL' | null
  glassUntil: Date | null
  /** What her agency may be told, when it stands outside the circle. */
  grounds: GroundView[]
  approvalUntil: Date | null
  trainingUntil: Date | null
}

export async function standingOf(tx: Tx, { officeId, staffId, agencyId, inside, locale }: Actor, caseId: string): Promise<Standing> {
  const en = locale === 'en'
  const [row] = await tx.$queryRaw<(Omit<Standing, 'part' | 'grounds'> & { relation: Relation | null; since: Date; until: Date | null; addedBy: string })[]>`
    select m.relation, m.since, m.until, case when ${en} then coalesce(s.name_en, s.name) else s.name end as "addedBy",
      case when app.office_scope() is not null then 'OFFICE' when app.school_scope() = c.school_id then 'SCHOOL' end as scope,
      (select max(g.until) from break_glasses g where g.office_id = c.office_id and g.case_id = c.id and g.staff_id = ${staffId}::uuid
        and g.ended_at is null and g.until > app.now()) as "glassUntil",
      (select max(h.valid_until) from handling_approvals h where h.office_id = c.office_id and h.staff_id = ${staffId}::uuid
        and h.revoked_at is null and h.valid_from <= app.now()) as "approvalUntil",
      (select max(t.valid_until) from security_trainings t where t.office_id = c.office_id and t.staff_id = ${staffId}::uuid) as "trainingUntil"
    from cases c
    left join case_members m on m.office_id = c.office_id and m.case_id = c.id and m.staff_id = ${staffId}::uuid and m.ended_at is null
    left join staff s on s.office_id = m.office_id and s.id = m.added_by_id
    where c.office_id = ${officeId}::uuid and c.id = ${caseId}::uuid`
  const grounds = inside ? [] : await tx.$queryRaw<GroundView[]>`
    select ground, items, sensitive, until from app.case_grounds(${caseId}::uuid) where agency_id = ${agencyId}::uuid order by until desc`
  const { relation = null, since = new Date(0), until = null, addedBy = '—', scope = null, glassUntil = null, approvalUntil = null, trainingUntil = null } = row ?? {}
  return { part: relation && { relation, since, until, addedBy }, scope, glassUntil, grounds, approvalUntil, trainingUntil }
}

/** Which of those rows opens one entry, in the order of the rule. */
export type Key = 'OWN' | 'PART' | 'OFFICE' | 'SCHOOL' | 'GLASS' | 'GROUND'

export function keysTo({ part, scope, glassUntil, grounds }: Standing, { own, layer, domain, audience }: Pick<Entry, 'own' | 'layer' | 'domain' | 'audience'>, inside: boolean): { keys: Key[]; grounds: GroundView[] } {
  const opening = part ? grounds.filter(({ items, sensitive }) => (domain === 'GENERAL' || items.includes(domain)) && (layer !== 'SENSITIVE' || sensitive)) : []
  const scoped = layer === 'SENSITIVE' ? null : scope
  const keys: (Key | false | null)[] = [own && 'OWN', inside && part !== null && 'PART', scoped, glassUntil !== null && audience === 'TEAM' && 'GLASS', opening.length > 0 && 'GROUND']
  return { keys: keys.filter((key): key is Key => typeof key === 'string'), grounds: opening }
}
