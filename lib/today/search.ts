import { may } from '#lib/access/policy.ts'
import type { Level } from '#lib/cases/level.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { studentsFound } from '#lib/students/find-students.ts'
import { translator, type Words } from '#lib/words/translate.ts'

export interface Found {
  label: string
  hint?: string
  href: string
}

export interface FoundGroup {
  title: string
  items: Found[]
}

interface CaseRow {
  id: string
  number: string
  child: string | null
  level: Level
  closed: boolean
}

interface ReferralRow {
  id: string
  number: string
  child: string | null
}

/** Enough to choose from without reading. */
const most = 6

/** What the reader may find by a few letters: children, cases, referrals, things to do. All of it under her own rights. */
export async function found(tx: Tx, actor: Actor, q: string): Promise<FoundGroup[]> {
  const t = translator(actor.locale)
  const students = may(actor, 'student.find') ? (await studentsFound(tx, actor, q)).slice(0, most) : []
  const cases = may(actor, 'case.read') ? await casesFound(tx, actor, q, students.map(({ id }) => id)) : []
  const referrals = may(actor, 'referral.read') && looksLikeNumber(q) ? await referralsFound(tx, actor, q) : []
  const groups = [
    {
      title: t('today.search.students'),
      items: students.map(({ id, name, classLabel, school, hasOpenWork }) => ({
        label: name,
        hint: [school, classLabel, hasOpenWork ? t('today.search.openWork') : ''].filter(Boolean).join(' · '),
        href: `/students/${id}`,
      })),
    },
    { title: t('today.search.cases'), items: cases.map((row) => caseItem(row, t)) },
    { title: t('today.search.referrals'), items: referrals.map(({ id, number, child }) => ({ label: number, hint: child ?? '', href: `/referrals/${id}` })) },
    { title: t('today.search.deeds'), items: deeds(actor, t).filter(({ label }) => label.toLowerCase().includes(q.toLowerCase())) },
  ]
  return groups.filter(({ items }) => items.length > 0)
}

const looksLikeNumber = (q: string) => /^[a-z]?-?\d[\d-]*$/i.test(q)

/** By number, or by the child: the children just found, or, for those who look up no pupils, by name within one's own cases. */
async function casesFound(tx: Tx, { officeId, locale }: Actor, q: string, studentIds: string[]): Promise<CaseRow[]> {
  if (looksLikeNumber(q)) {
    return tx.$queryRaw<CaseRow[]>`
      select c.id, c.number, c.level::text as level, c.closed_at is not null as closed,
        case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as child
      from (select id, office_id, number, level, closed_at, student_id from cases where office_id = ${officeId}::uuid and number ilike ${`%${q}%`} order by number desc limit ${most}::int) c
      left join students s on s.office_id = c.office_id and s.id = c.student_id
      order by c.number desc`
  }
  return tx.$queryRaw<CaseRow[]>`
    select c.id, c.number, c.level::text as level, c.closed_at is not null as closed,
      case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as child
    from cases c join students s on s.office_id = c.office_id and s.id = c.student_id
    where c.office_id = ${officeId}::uuid
      and (c.student_id = any(${studentIds}::uuid[])
        or (c.id = any(array(select app.shared_cases())) and (s.name ilike ${`%${literal(q)}%`} or s.name_en ilike ${`%${literal(q)}%`})))
    order by c.closed_at desc nulls first, c.opened_at desc limit ${most}::int`
}

async function referralsFound(tx: Tx, { officeId, locale }: Actor, q: string): Promise<ReferralRow[]> {
  return tx.$queryRaw<ReferralRow[]>`
    select r.id, r.number, coalesce(case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end, r.described_child) as child
    from (select * from referrals where office_id = ${officeId}::uuid and number ilike ${`%${q}%`} order by number desc limit ${most}::int) r
    left join students s on s.office_id = r.office_id and s.id = r.student_id
    order by r.number desc`
}

/** What was typed is searched for as it stands: its % and _ mean themselves. */
const literal = (q: string) => q.replace(/[\\%_]/g, '\\$&')

function caseItem({ id, number, child, level, closed }: CaseRow, t: Words): Found {
  const state = closed ? t('today.search.closed') : t(`cases.level.${level}`)
  return { label: child ?? number, hint: child ? `${number} · ${state}` : state, href: `/cases/${id}` }
}

function deeds(actor: Actor, t: Words): Found[] {
  return [
    ...(may(actor, 'referral.submit') ? [{ label: t('today.search.refer'), href: '/referrals/new' }] : []),
    ...(may(actor, 'referral.notify') ? [{ label: t('today.search.notify'), href: '/referrals/new' }] : []),
    { label: t('today.search.settings'), href: '/settings' },
  ]
}
