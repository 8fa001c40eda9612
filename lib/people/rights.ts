import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { weekSpan } from './weeks.ts'

export const rightKinds = ['JOINED', 'ROLE', 'AGENCY', 'APPROVAL', 'APPROVAL_ENDED', 'TRAINING', 'SUSPENDED', 'RETURNED', 'LEFT'] as const
export type RightKind = (typeof rightKinds)[number]

const narrowing: readonly RightKind[] = ['APPROVAL_ENDED', 'SUSPENDED', 'LEFT']
/** A training is written down by one; everything else that widens takes two. */
const byTwo: readonly RightKind[] = ['JOINED', 'ROLE', 'AGENCY', 'APPROVAL', 'RETURNED']

export interface RightLine {
  id: string
  at: Date
  staffId: string
  who: string
  agency: string
  what: RightKind
  before: string | null
  after: string | null
  asker: string | null
  decider: string | null
  changeId: string | null
}

export const narrows = ({ what }: Pick<RightLine, 'what'>): boolean => narrowing.includes(what)
/** It widened somebody's rights without two persons: a set-up file, or somebody who holds the database. */
export const pastTwo = ({ what, changeId }: Pick<RightLine, 'what' | 'changeId'>): boolean => byTwo.includes(what) && changeId === null

/** A week of changed rights, of those the reader looks after. */
export async function rightsOf(tx: Tx, { officeId, locale }: Actor, monday: string): Promise<RightLine[]> {
  const { from, until } = weekSpan(monday)
  const en = locale === 'en'
  return tx.$queryRaw<RightLine[]>`
    select r.id, r.at, r.staff_id as "staffId", case when ${en} then coalesce(s.name_en, s.name) else s.name end as who, case when ${en} then a.short_en else a.short_ko end as agency, r.what,
      case when r.what = 'AGENCY' then (select case when ${en} then x.short_en else x.short_ko end from agencies x where x.office_id = r.office_id and x.id::text = r.before) else r.before end as before,
      case when r.what = 'AGENCY' then (select case when ${en} then x.short_en else x.short_ko end from agencies x where x.office_id = r.office_id and x.id::text = r.after) else r.after end as after,
      case when ${en} then coalesce(k.name_en, k.name) else k.name end as asker, case when ${en} then coalesce(d.name_en, d.name) else d.name end as decider, r.change_id as "changeId"
    from rights_entries r
    join staff s on s.office_id = r.office_id and s.id = r.staff_id
    join agencies a on a.office_id = r.office_id and a.id = r.agency_id
    left join access_changes c on c.office_id = r.office_id and c.id = r.change_id
    left join staff k on k.office_id = r.office_id and k.id = c.asked_by_id
    left join staff d on d.office_id = r.office_id and d.id = coalesce(c.decided_by_id, r.by_id)
    where r.office_id = ${officeId}::uuid and r.at >= ${from}::timestamptz and r.at < ${until}::timestamptz
    order by r.at desc, r.id limit 1000`
}

/** How an agency stands in a quarter: how many people, and whether the privacy officer has been through them. */
export interface AgencyStanding {
  agencyId: string
  agency: string
  people: number
  attestedAt: Date | null
  attested: number | null
  doubted: number
}

export async function agencyStandings(tx: Tx, { officeId, locale }: Actor, quarter: string): Promise<AgencyStanding[]> {
  const en = locale === 'en'
  return tx.$queryRaw<AgencyStanding[]>`
    select a.id as "agencyId", case when ${en} then a.short_en else a.short_ko end as agency, p.people, t.at as "attestedAt", t.people as attested, coalesce(cardinality(t.doubted), 0)::int as doubted
    from agencies a
    join lateral (select count(*)::int as people from staff s join accounts c on c.office_id = s.office_id and c.staff_id = s.id
      where s.office_id = a.office_id and s.agency_id = a.id and s.left_at is null and s.id in (select app.my_people())) p on p.people > 0
    left join rights_attestations t on t.office_id = a.office_id and t.agency_id = a.id and t.quarter = ${quarter}
    where a.office_id = ${officeId}::uuid order by t.at is not null, a.short_ko, a.id`
}

export interface Attestation {
  at: Date
  by: string
  people: number
  doubted: string[]
  remark: string
}

export async function attestationOf(tx: Tx, { officeId, locale }: Actor, quarter: string, agencyId: string): Promise<Attestation | null> {
  const found = await tx.rightsAttestation.findFirst({ where: { officeId, quarter, agencyId }, select: { at: true, people: true, doubted: true, remark: true, by: { select: { name: true, nameEn: true } } } })
  return found && { at: found.at, people: found.people, doubted: found.doubted, remark: found.remark, by: locale === 'en' ? (found.by.nameEn ?? found.by.name) : found.by.name }
}

