import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { Invalid, NotFound, NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import { keepLinks, makeLink, type Invited } from './make-link.ts'
import { isOver, type EndRoundLinks, type SendRoundLinks } from './round.ts'
import { familiesOf, hasSaid } from './rounds.ts'

/** A link for each of these persons of a class: all, or none where one of them is not to be asked in this way. */
export async function sendRoundLinks(actor: Actor, { roundId, to }: SendRoundLinks): Promise<string> {
  must(actor, 'consent.round')
  const links = await Promise.all([...new Set(to)].map((person) => makeLink(invitedBy(person))))

  return asActor(actor, async (tx) => {
    const { officeId } = actor
    const round = await tx.consentRound.findFirst({ where: { officeId, id: roundId }, select: { schoolYear: true } })
    if (!round) throw new NotFound()
    if (isOver(round)) throw new NotNow('rounds.refusal.over')
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`round ${roundId}`}, 0))`
    const families = new Map((await familiesOf(tx, actor, roundId)).map((family) => [family.formId, family]))
    for (const { formId, guardianId } of links) {
      const family = families.get(formId)
      if (!family || (guardianId && !family.guardians.some(({ id }) => id === guardianId))) throw new Invalid('core.refusal.foreign', 'to')
      if (family.apart) throw new Invalid('rounds.refusal.apart', 'to')
      if (hasSaid(family, guardianId ? 'GUARDIAN' : 'STUDENT')) throw new Invalid('rounds.refusal.answered', 'to')
    }
    await keepLinks(tx, actor, links)
    await audit(tx, actor, 'round.links-sent', { subjectId: roundId })
    return `/consents/${roundId}/links`
  }, { patience: 60_000 })
}

/** Nobody opens any of them any more. */
export async function endRoundLinks(actor: Actor, { roundId }: EndRoundLinks): Promise<string> {
  must(actor, 'consent.round')
  return asActor(actor, async (tx) => {
    const { officeId } = actor
    if ((await tx.consentRound.count({ where: { officeId, id: roundId } })) === 0) throw new NotFound()
    const { count } = await tx.consentLink.updateMany({ where: { officeId, form: { roundId }, usedAt: null, endedAt: null }, data: { endedAt: now() } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await audit(tx, actor, 'round.links-ended', { subjectId: roundId })
    return `/consents/${roundId}/links`
  })
}

function invitedBy(person: string): Invited {
  const [formId = '', whom = ''] = person.split('.')
  return { formId, guardianId: whom === 'STUDENT' ? null : whom }
}
