import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { Moment } from '#lib/core/input.ts'
import { audit } from '#lib/timeline/audit.ts'

/** As it stands in the page's address; what it does not know it leaves out. */
const Asked = z.object({
  number: z.string().trim().regex(/^G-\d{4}-\d{4,}$/).optional().catch(undefined),
  agency: Id.optional().catch(undefined),
  at: Moment.optional().catch(undefined),
})

export const knownIn = (query: Record<string, unknown>): z.output<typeof Asked> => Asked.parse(query)

export interface KnownLine {
  id: string
  at: Date
  type: string
}

/** What of a case an agency could see at a moment, without content, for the privacy officer: to everybody else nothing. That she asked is written down. */
export async function knownTo(tx: Tx, actor: Actor, { number, agencyId, at }: { number: string; agencyId: string; at: Date }): Promise<KnownLine[]> {
  await audit(tx, actor, 'case.known-asked', { subjectId: agencyId })
  return tx.$queryRaw<KnownLine[]>`select id, at, type from app.known_to(${number}, ${agencyId}::uuid, ${at})`
}

/** Every agency of the office there is or was. */
export async function everyAgency(tx: Tx, { officeId, locale }: Actor): Promise<{ id: string; name: string }[]> {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    select a.id, case when ${locale} = 'en' then a.name_en else a.name_ko end as name from agencies a where a.office_id = ${officeId}::uuid order by 2, 1 limit 2000`
}
