import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'

export interface Approval {
  id: string
  validFrom: Date
  validUntil: Date
  revokedAt: Date | null
  paper: string | null
  approver: string | null
}

export interface Training {
  id: string
  completedAt: Date
  validUntil: Date
}

/** What waits for somebody, in numbers: an administrator learns no more of it. */
export interface OpenWork {
  LEADS: number
  TURNS: number
  SUPPORTS: number
  REFERRALS: number
  /** Teams she is in beside that; these end with her. */
  TEAMS: number
}
export const mustBeHanded = ['LEADS', 'TURNS', 'SUPPORTS', 'REFERRALS'] as const satisfies readonly (keyof OpenWork)[]

export async function approvalsOf(tx: Tx, { officeId, locale }: Actor, staffId: string): Promise<Approval[]> {
  const en = locale === 'en'
  return tx.$queryRaw<Approval[]>`
    select h.id, h.valid_from as "validFrom", h.valid_until as "validUntil", h.revoked_at as "revokedAt", h.paper, case when ${en} then coalesce(s.name_en, s.name) else s.name end as approver
    from handling_approvals h left join staff s on s.office_id = h.office_id and s.id = h.approved_by
    where h.office_id = ${officeId}::uuid and h.staff_id = ${staffId}::uuid order by h.valid_until desc, h.id limit 10`
}

export async function trainingsOf(tx: Tx, { officeId }: Actor, staffId: string): Promise<Training[]> {
  return tx.securityTraining.findMany({ where: { officeId, staffId }, select: { id: true, completedAt: true, validUntil: true }, orderBy: { validUntil: 'desc' }, take: 5 })
}

export async function openWorkOf(tx: Tx, staffId: string): Promise<OpenWork> {
  const rows = await tx.$queryRaw<{ kind: keyof OpenWork; n: number }[]>`select kind, n from app.work_of(${staffId}::uuid)`
  return { LEADS: 0, TURNS: 0, SUPPORTS: 0, REFERRALS: 0, TEAMS: 0, ...Object.fromEntries(rows.map(({ kind, n }) => [kind, n])) }
}
