import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { weeksShown, type ReferralFigures } from './dashboard.ts'

interface Row {
  week: number
  school_id: string
  school: string
  n: number
}

interface Answered {
  first_week: Date
  hours: number | null
  answered: number
}

/** Requests of the last weeks by school, and how long they waited for the first answer. */
export async function referralFigures(tx: Tx, { officeId, locale }: Actor): Promise<ReferralFigures> {
  const rows = await tx.$queryRaw<Row[]>`
    select x.week, x.school_id, case when ${locale} = 'en' then a.short_en else a.short_ko end as school, x.n
    from (select r.school_id, count(*)::int as n,
            (extract(epoch from date_trunc('week', r.submitted_at at time zone 'Asia/Seoul') - f.monday) / 604800)::int as week
          from (select date_trunc('week', (select app.now()) at time zone 'Asia/Seoul') - make_interval(weeks => ${weeksShown - 1}::int) as monday) f
          join referrals r on r.office_id = ${officeId}::uuid and r.kind = 'REQUEST' and r.submitted_at >= f.monday at time zone 'Asia/Seoul'
          group by r.school_id, week) x
    join agencies a on a.office_id = ${officeId}::uuid and a.id = x.school_id`
  const [answers] = await tx.$queryRaw<Answered[]>`
    select f.monday at time zone 'Asia/Seoul' as first_week,
      (percentile_cont(0.5) within group (order by extract(epoch from x.at - x.submitted_at) / 3600))::float8 as hours, count(x.at)::int as answered
    from (select date_trunc('week', (select app.now()) at time zone 'Asia/Seoul') - make_interval(weeks => ${weeksShown - 1}::int) as monday) f
    left join lateral (
      select r.submitted_at, first.at from referrals r
      join lateral (select e.at from events e where e.office_id = r.office_id and e.referral_id = r.id and e.type <> 'referral.submitted'
                      and e.actor_id is distinct from r.applicant_id order by e.at limit 1) first on true
      where r.office_id = ${officeId}::uuid and r.kind = 'REQUEST' and r.submitted_at >= f.monday at time zone 'Asia/Seoul') x on true
    group by f.monday`
  const first = answers?.first_week.getTime() ?? 0
  return {
    weeks: Array.from({ length: weeksShown }, (_, week) => new Date(first + week * 7 * 86_400_000)),
    schools: bySchool(rows),
    medianHours: answers?.hours ?? null,
    answered: answers?.answered ?? 0,
  }
}

function bySchool(rows: Row[]): ReferralFigures['schools'] {
  const schools = new Map<string, ReferralFigures['schools'][number]>()
  for (const { week, school_id: id, school: name, n } of rows) {
    const school = schools.get(id) ?? { id, name, counts: Array.from({ length: weeksShown }, () => 0), total: 0 }
    school.counts[week] = n
    school.total += n
    schools.set(id, school)
  }
  return [...schools.values()].sort((a, b) => b.total - a.total || a.name.localeCompare(b.name))
}
