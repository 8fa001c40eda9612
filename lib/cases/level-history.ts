import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { aggravators, levels, ratedDomains, ratings, redFlags, type Rating } from './level.ts'

const Row = z.object({
  id: z.string(), at: z.date(), proposed: z.enum(levels), decided: z.enum(levels), reason: z.string(), by: z.string(), second: z.string().nullable(),
  // What an earlier catalogue knew and this one does not is left out.
  redFlags: z.array(z.string()).transform((kept) => redFlags.filter((flag) => kept.includes(flag))),
  aggravators: z.array(z.string()).transform((kept) => aggravators.filter((code) => kept.includes(code))),
  ratings: z.record(z.string(), z.number()).transform((kept) =>
    Object.fromEntries(ratedDomains.flatMap((domain) => ratings.some((rating) => rating === kept[domain]) ? [[domain, kept[domain] as Rating]] : []))),
})

/** A decision about the level, or the proposal of one: what was found, what the rule made of it, who decided what and why. */
export type LevelRow = z.output<typeof Row>

/** All decisions, the newest first. For readers inside the circle; for others there are none. */
export async function levelHistory(tx: Tx, { officeId, locale }: Pick<Actor, 'officeId' | 'locale'>, caseId: string): Promise<LevelRow[]> {
  const en = locale === 'en'
  const rows = await tx.$queryRaw<unknown[]>`
    select l.id, l.at, l.proposed, l.decided, l.reason, l.red_flags as "redFlags", l.aggravators, l.ratings,
      case when ${en} then coalesce(s.name_en, s.name) else s.name end as by,
      case when ${en} then coalesce(x.name_en, x.name) else x.name end as second
    from case_levels l
    join staff s on s.office_id = l.office_id and s.id = l.by_id
    left join staff x on x.office_id = l.office_id and x.id = l.second_id
    where l.office_id = ${officeId}::uuid and l.case_id = ${caseId}::uuid
    order by l.at desc, l.id desc limit 100`
  return z.array(Row).parse(rows)
}

/** The proposal that waits for its second person, with what was found. */
export async function waitingProposal(tx: Tx, { officeId, locale }: Pick<Actor, 'officeId' | 'locale'>, caseId: string): Promise<LevelRow | null> {
  const [row] = await tx.$queryRaw<unknown[]>`
    select p.id, p.at, p.proposed, p.wanted as decided, p.reason, p.red_flags as "redFlags", p.aggravators, p.ratings, null as second,
      case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as by
    from level_proposals p join staff s on s.office_id = p.office_id and s.id = p.by_id
    where p.office_id = ${officeId}::uuid and p.case_id = ${caseId}::uuid and p.settled_at is null`
  return row === undefined ? null : Row.parse(row)
}
