import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { nothing, sql, type Sql } from '#lib/core/sql.ts'
import { monthSpan, type Kind, type LogFilters } from './filters.ts'
import { troubles, type Finding } from './verify-audit.ts'

const linesAPage = 100

/** One line of who did or looked at what: identifiers only, no content. */
export interface LogLine {
  id: string
  at: Date
  staffId: string | null
  who: string | null
  agency: string | null
  action: string
  caseId: string | null
  /** The case's number, where there is a case. */
  caseNumber: string | null
  refused: boolean
  address: string | null
}

/** The latest first. Row security leaves it to the privacy officer; of cases it tells the number alone. */
export async function auditLog(tx: Tx, { officeId, locale }: Actor, filters: LogFilters): Promise<{ lines: LogLine[]; next: LogFilters['after'] | null }> {
  const en = locale === 'en'
  const found = await tx.$queryRaw<LogLine[]>`
    with page as materialized (
      select e.* from audit_entries e where e.office_id = ${officeId}::uuid ${narrowed(filters)}
      order by e.at desc, e.id desc limit ${linesAPage + 1}::int)
    select e.id, e.at, e.staff_id as "staffId", case when ${en} then coalesce(s.name_en, s.name) else s.name end as who,
      case when ${en} then a.short_en else a.short_ko end as agency, e.action, e.case_id as "caseId",
      app.number_of(e.case_id) as "caseNumber", e.outcome <> 'done' as refused, e.address
    from page e
    left join staff s on s.office_id = e.office_id and s.id = e.staff_id
    left join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    order by e.at desc, e.id desc`
  const lines = found.slice(0, linesAPage)
  const last = found.length > linesAPage ? lines.at(-1) : undefined
  return { lines, next: last ? { at: last.at, id: last.id } : null }
}

function narrowed({ kind, staff, case: caseId, month, after }: LogFilters): Sql {
  const span = month === undefined ? undefined : monthSpan(month)
  return sql`
    ${kind ? sql`and ${ofKind(kind)}` : nothing}
    ${staff ? sql`and e.staff_id = ${staff}::uuid` : nothing}
    ${caseId ? sql`and e.case_id = ${caseId}::uuid` : nothing}
    ${span ? sql`and e.at >= ${span.from}::timestamptz and e.at < ${span.until}::timestamptz` : nothing}
    ${after ? sql`and (e.at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : nothing}`
}

function ofKind(kind: Kind): Sql {
  switch (kind) {
    case 'looks':
      return sql`e.action like any(array['%.read', '%.viewed'])`
    case 'taken':
      return sql`e.action like any(array['%.printed', '%.exported'])`
    case 'refused':
      return sql`e.outcome <> 'done'`
    case 'changes':
      return sql`e.outcome = 'done' and not e.action like any(array['%.read', '%.viewed', '%.printed', '%.exported', 'session.%'])`
  }
}

/** A month of looking, in figures, for whoever looks it over. */
export interface MonthFigures {
  looks: number
  people: number
  cases: number
  refused: number
  printed: number
  /** Before seven or after twenty-two o'clock, and on Saturdays and Sundays. */
  oddHours: number
  /** Something is kept of the time before. */
  earlier: boolean
}

export async function monthFigures(tx: Tx, { officeId }: Actor, month: string): Promise<MonthFigures> {
  const { from, until } = monthSpan(month)
  const [row] = await tx.$queryRaw<MonthFigures[]>`
    select count(*) filter (where looked)::int as looks, count(distinct staff_id) filter (where looked)::int as people,
      count(distinct case_id) filter (where looked)::int as cases, count(*) filter (where outcome <> 'done')::int as refused,
      count(*) filter (where action like '%.printed')::int as printed,
      count(*) filter (where looked and (extract(isodow from wall) > 5 or extract(hour from wall) not between 7 and 21))::int as "oddHours",
      exists (select from audit_entries b where b.office_id = ${officeId}::uuid and b.at < ${from}) as earlier
    from (select e.*, e.outcome = 'done' and e.action like any(array['%.read', '%.viewed', '%.printed']) as looked, e.at at time zone 'Asia/Seoul' as wall
          from audit_entries e where e.office_id = ${officeId}::uuid and e.at >= ${from} and e.at < ${until}) x`
  return row ?? { looks: 0, people: 0, cases: 0, refused: 0, printed: 0, oddHours: 0, earlier: false }
}

/** Who looked at the most different cases in a month, and how many of them were not theirs to see. */
export interface Reader {
  staffId: string
  who: string
  agency: string
  cases: number
  looks: number
  refused: number
}

export async function busiestReaders(tx: Tx, { officeId, locale }: Actor, month: string): Promise<Reader[]> {
  const { from, until } = monthSpan(month)
  const en = locale === 'en'
  return tx.$queryRaw<Reader[]>`
    select x.staff_id as "staffId", case when ${en} then coalesce(s.name_en, s.name) else s.name end as who,
      case when ${en} then a.short_en else a.short_ko end as agency, x.cases, x.looks, x.refused
    from (select e.staff_id, count(distinct e.case_id) filter (where e.outcome = 'done')::int as cases,
            count(*) filter (where e.outcome = 'done')::int as looks, count(*) filter (where e.outcome <> 'done')::int as refused
          from audit_entries e where e.office_id = ${officeId}::uuid and e.at >= ${from} and e.at < ${until}
            and e.case_id is not null and e.action like any(array['%.read', '%.viewed', '%.printed', '%.denied'])
          group by e.staff_id) x
    join staff s on s.office_id = ${officeId}::uuid and s.id = x.staff_id
    join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    order by x.refused desc, x.cases desc, x.looks desc, x.staff_id limit 10`
}

export interface Check {
  id: string
  at: Date
  entries: number
  seals: number
  open: number
  heads: number
  findings: Finding[]
  tookMs: number
}

const Findings = z.array(z.object({ trouble: z.enum(troubles), seal: z.number() }))

/** The last times the chain was gone through. */
export async function checksOf(tx: Tx, { officeId }: Actor, most: number): Promise<Check[]> {
  const found = await tx.auditCheck.findMany({ where: { officeId }, orderBy: { at: 'desc' }, take: most })
  return found.map(checkFrom)
}

const checkFrom = ({ id, at, entries, seals, open, heads, findings, tookMs }: Omit<Check, 'findings'> & { findings: unknown }): Check =>
  ({ id, at, entries, seals, open, heads, findings: Findings.parse(findings), tookMs })

/** One of them, or null. */
export async function checkOf(tx: Tx, { officeId }: Actor, id: string): Promise<Check | null> {
  if (!Id.safeParse(id).success) return null
  const found = await tx.auditCheck.findFirst({ where: { officeId, id } })
  return found && checkFrom(found)
}

/** When the reader asked for a check last, within the hour. */
export async function checkAsked(tx: Tx, { officeId, staffId }: Actor): Promise<Date | null> {
  const found = await tx.auditEntry.findFirst({
    where: { officeId, staffId, action: 'audit.check-asked', at: { gt: new Date(now().getTime() - 3_600_000) } }, orderBy: { at: 'desc' }, select: { at: true },
  })
  return found?.at ?? null
}

export interface Review {
  at: Date
  by: string
  remark: string
}

/** What was said of a month, if it was looked over. */
export async function reviewOf(tx: Tx, { officeId, locale }: Actor, month: string): Promise<Review | null> {
  const found = await tx.auditReview.findFirst({ where: { officeId, month: new Date(`${month}-01`) }, select: { at: true, remark: true, by: { select: { name: true, nameEn: true } } } })
  return found && { at: found.at, remark: found.remark, by: locale === 'en' ? (found.by.nameEn ?? found.by.name) : found.by.name }
}

export interface Look {
  /** A day in Seoul, as 2026-11-24. */
  day: string
  staffId: string
  who: string
  agency: string
  looks: number
  refused: number
  last: Date
}

/** Who looked at a case, by day and person, for whoever answers for it; to everybody else nothing. */
export async function looksAt(tx: Tx, { officeId, locale }: Actor, caseId: string, most: number): Promise<Look[]> {
  const en = locale === 'en'
  return tx.$queryRaw<Look[]>`
    select l.day::text, l.staff_id as "staffId", case when ${en} then coalesce(s.name_en, s.name) else s.name end as who,
      case when ${en} then a.short_en else a.short_ko end as agency, l.looks, l.refused, l.last
    from app.looks_at(${caseId}::uuid) l
    join staff s on s.office_id = ${officeId}::uuid and s.id = l.staff_id
    join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    order by l.day desc, l.last desc, l.staff_id limit ${most}::int`
}
