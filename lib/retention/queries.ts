import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import type { DestructionState } from './retention.ts'

export interface RetainedCase {
  id: string
  number: string
  closedAt: Date
  /** 2030-03-01; null when nothing says. */
  retainUntil: string | null
  rule: string | null
  /** The hold that keeps it. */
  hold: string | null
  /** Its destruction was asked for. */
  waiting: boolean
}

/** Closed cases whose time is over within so many days, and what is held: numbers, no child. For those who answer for it alone. */
export async function retainedCases(tx: Tx, days: number): Promise<RetainedCase[]> {
  return tx.$queryRaw<RetainedCase[]>`
    select r.id, r.number, r.closed_at as "closedAt", to_char(r.retain_until, 'YYYY-MM-DD') as "retainUntil", r.rule, r.hold, r.waiting
    from app.retained(make_interval(days => ${days}::int)) r`
}

export interface Hold {
  id: string
  number: string | null
  reason: string
  by: string
  at: Date
  liftAskedById: string | null
}

export async function holdsOf(tx: Tx, { officeId, locale }: Actor): Promise<Hold[]> {
  const en = locale === 'en'
  return tx.$queryRaw<Hold[]>`
    select h.id, r.number, h.reason, case when ${en} then coalesce(s.name_en, s.name) else s.name end as by, h.set_at as at, h.lift_asked_by_id as "liftAskedById"
    from legal_holds h join staff s on s.office_id = h.office_id and s.id = h.set_by_id
    left join app.retained(interval '0 days') r on r.id = h.case_id
    where h.office_id = ${officeId}::uuid and h.lifted_at is null order by h.set_at desc, h.id limit 200`
}

export interface DestructionLine {
  id: string
  number: string
  state: DestructionState
  by: string
  mine: boolean
  at: Date
  decidedBy: string | null
  decidedAt: Date | null
  doneAt: Date | null
  /** SHA-256 in hex of what was destroyed. */
  hash: string | null
  cases: number
}

export async function destructionsOf(tx: Tx, { officeId, staffId, locale }: Actor, one?: string): Promise<DestructionLine[]> {
  const en = locale === 'en'
  if (one !== undefined && !Id.safeParse(one).success) return []
  return tx.$queryRaw<DestructionLine[]>`
    select d.id, d.number, d.state, case when ${en} then coalesce(s.name_en, s.name) else s.name end as by, d.asked_by_id = ${staffId}::uuid as mine, d.asked_at as at,
      case when ${en} then coalesce(x.name_en, x.name) else x.name end as "decidedBy", d.decided_at as "decidedAt", d.done_at as "doneAt", encode(d.hash, 'hex') as hash,
      (select count(*)::int from destroyed_cases c where c.office_id = d.office_id and c.destruction_id = d.id) as cases
    from destructions d
    join staff s on s.office_id = d.office_id and s.id = d.asked_by_id
    left join staff x on x.office_id = d.office_id and x.id = d.decided_by_id
    where d.office_id = ${officeId}::uuid and (${one ?? null}::uuid is null or d.id = ${one ?? null}::uuid)
    order by d.asked_at desc, d.id desc limit 100`
}

export interface Tombstone {
  caseId: string
  number: string
  retainUntil: string
  rule: string
  doneAt: Date | null
  rows: Record<string, number> | null
  /** When its keys were removed; null while they wait for the night's job. */
  keysGoneAt: Date | null
}

/** What is, or will be, left of the cases of one destruction. */
export async function tombstonesOf(tx: Tx, { officeId }: Actor, id: string): Promise<Tombstone[]> {
  return tx.$queryRaw<Tombstone[]>`
    select c.case_id as "caseId", c.case_number as number, to_char(c.retain_until, 'YYYY-MM-DD') as "retainUntil", c.rule, c.done_at as "doneAt", c.rows, c.keys_gone_at as "keysGoneAt"
    from destroyed_cases c where c.office_id = ${officeId}::uuid and c.destruction_id = ${id}::uuid order by c.case_number`
}
