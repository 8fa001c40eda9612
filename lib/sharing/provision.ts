import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { audit } from '#lib/timeline/audit.ts'
import { isoDay } from '#lib/words/days.ts'
import { stretchesOf, type PastAnswer, type PastBasis, type Stretch } from './history.ts'

export const supportStates = ['PROPOSED', 'DECLINED', 'ACCEPTED', 'ACTIVE', 'PAUSED', 'COMPLETED', 'DISCONTINUED'] as const
export type SupportState = (typeof supportStates)[number]

/** Help that the recipient was asked for in this case. */
export interface GivenSupport {
  id: string
  service: string
  state: SupportState
  met: number
  last: Date | null
}

export interface GivenStretch extends Stretch {
  /** It has not ended. */
  open: boolean
  /** On how many days of it somebody of the recipient opened the case, and the last of them. */
  days: number
  last: Date | null
}

/** All that one recipient was told of one case: for the family. */
export interface Provision {
  recipientId: string
  recipient: string
  recipientEn: string
  stretches: GivenStretch[]
  supports: GivenSupport[]
  /** When the last consent was taken back, if it was. */
  withdrawnAt: Date | null
}

type Of = { caseId: string; studentId: string; openedAt: Date; closedAt: Date | null }

/** What a recipient could see, did open and did, since the case began; null for an agency that nobody was asked about. Looking is written down. */
export async function provisionOf(tx: Tx, actor: Actor, { caseId, studentId, openedAt, closedAt }: Of, recipientId: string): Promise<Provision | null> {
  const { officeId, locale } = actor
  const [agency] = await tx.$queryRaw<{ ko: string; en: string }[]>`select a.name_ko as ko, a.name_en as en from agencies a where a.office_id = ${officeId}::uuid and a.id = ${recipientId}::uuid`
  const answers = await tx.$queryRaw<PastAnswer[]>`
    select k.subject::text as subject, k.state::text as state, k.items, k.sensitive, k.valid_from as "validFrom", k.valid_until as "validUntil", k.recorded_at as "recordedAt",
      k.withdrawn_at as "withdrawnAt", k.superseded_at as "supersededAt"
    from consents k where k.office_id = ${officeId}::uuid and k.student_id = ${studentId}::uuid and k.recipient_id = ${recipientId}::uuid`
  const bases = await tx.$queryRaw<PastBasis[]>`
    select b.items, b.sensitive, b.valid_from as "validFrom", b.valid_until as "validUntil", b.ended_at as "endedAt"
    from lawful_bases b where b.office_id = ${officeId}::uuid and b.case_id = ${caseId}::uuid and b.recipient_id = ${recipientId}::uuid`
  const supports = await tx.$queryRaw<GivenSupport[]>`
    select i.id, case when ${locale} = 'en' then v.name_en else v.name_ko end as service, i.state::text as state, count(s.id)::int as met, max(s.held_at) as last
    from interventions i join services v on v.office_id = i.office_id and v.code = i.service_code
    left join intervention_sessions s on s.office_id = i.office_id and s.intervention_id = i.id
    where i.office_id = ${officeId}::uuid and i.case_id = ${caseId}::uuid and i.agency_id = ${recipientId}::uuid
    group by i.id, i.proposed_at, v.name_en, v.name_ko, i.state order by i.proposed_at, i.id`
  if (!agency || (answers.length === 0 && bases.length === 0 && supports.length === 0)) return null

  const looks = await tx.$queryRaw<{ day: string; last: Date }[]>`select day::text as day, last from app.looks_by(${caseId}::uuid, ${recipientId}::uuid) order by last`
  const until = closedAt ?? now()
  const stretches = stretchesOf(answers, bases, { from: openedAt, until }).map((stretch): GivenStretch => {
    const open = closedAt === null && stretch.until.getTime() === until.getTime()
    const within = looks.filter(({ day }) => isoDay(stretch.from) <= day && day <= isoDay(stretch.until))
    return { ...stretch, open, days: within.length, last: within.at(-1)?.last ?? null }
  })
  await audit(tx, actor, 'consent.listed', { caseId, subjectId: recipientId })
  const taken = answers.flatMap(({ withdrawnAt }) => (withdrawnAt ? [withdrawnAt.getTime()] : []))
  return { recipientId, recipient: agency.ko, recipientEn: agency.en, stretches, supports, withdrawnAt: taken.length > 0 ? new Date(Math.max(...taken)) : null }
}
