import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { domains, type Domain } from '#lib/timeline/layers.ts'

const Rating = z.object({ rating: z.number(), remark: z.string(), by: z.string(), at: z.coerce.date() })
export type GoalRatingView = z.output<typeof Rating>

const Goal = z.object({
  id: z.string(), statement: z.string(), domain: z.enum(domains), steps: z.array(z.string()), setAt: z.date(), endedAt: z.date().nullable(),
  /** The oldest first. */
  ratings: z.array(Rating),
})
export type PlanGoal = z.output<typeof Goal>

export interface Agreement {
  at: Date
  by: string
  /** What child and guardian said. */
  body: string
}

export interface Plan {
  goals: PlanGoal[]
  /** The latest one. */
  agreement: Agreement | null
}

/** The goals of a case with all their ratings, those that stand first, and the last agreement on the plan. */
export async function planOf(tx: Tx, actor: Pick<Actor, 'officeId' | 'locale'>, caseId: string): Promise<Plan> {
  return { goals: await goalsWithRatings(tx, actor, caseId), agreement: await agreementOf(tx, actor, caseId) }
}

async function goalsWithRatings(tx: Tx, { officeId, locale }: Pick<Actor, 'officeId' | 'locale'>, caseId: string): Promise<PlanGoal[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    select g.id, g.statement, g.domain, g.steps, g.set_at as "setAt", g.ended_at as "endedAt", coalesce(r.ratings, '[]') as ratings
    from goals g
    left join lateral (
      select jsonb_agg(jsonb_build_object('rating', r.rating, 'remark', r.remark, 'at', r.at,
          'by', case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end) order by r.at, r.id) as ratings
      from goal_ratings r join staff s on s.office_id = r.office_id and s.id = r.by_id
      where r.office_id = g.office_id and r.goal_id = g.id) r on true
    where g.office_id = ${officeId}::uuid and g.case_id = ${caseId}::uuid
    order by g.ended_at nulls first, g.set_at, g.id`
  return z.array(Goal).parse(rows)
}

async function agreementOf(tx: Tx, { officeId, locale }: Pick<Actor, 'officeId' | 'locale'>, caseId: string): Promise<Agreement | null> {
  const [found] = await tx.$queryRaw<Agreement[]>`
    select e.at, n.body, case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as by
    from events e
    join notes n on n.office_id = e.office_id and n.id = e.note_id
    join staff s on s.office_id = e.office_id and s.id = e.actor_id
    where e.office_id = ${officeId}::uuid and e.case_id = ${caseId}::uuid and e.type = 'plan.agreed'
    order by e.at desc, e.id desc limit 1`
  return found ?? null
}

/** In which domains this reader may plan: inside the circle in all, a partner in those it may be told of. Those the case is about come first. */
export async function plannedDomains(tx: Tx, { inside, agencyId }: Pick<Actor, 'inside' | 'agencyId'>, caseId: string): Promise<Domain[]> {
  const [found] = await tx.$queryRaw<{ about: string[] | null }[]>`select app.domains_of(${caseId}::uuid) as about`
  const about = found?.about ?? []
  const told = inside ? null : await tx.$queryRaw<{ items: string[] | null }[]>`select items from app.case_audience(${caseId}::uuid) where agency_id = ${agencyId}::uuid and open`
  const open = domains.filter((domain) => told === null || domain === 'GENERAL' || told.some(({ items }) => items === null || items.includes(domain)))
  return open.sort((a, b) => Number(about.includes(b)) - Number(about.includes(a)))
}
