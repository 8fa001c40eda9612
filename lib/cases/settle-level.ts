import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { Id, newId } from '#lib/core/id.ts'
import { NotAllowed, NotNow } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import { domainsOf, type Assessment } from './level.ts'
import { changeCase, openCaseOf } from './move-case.ts'

export const SettleLevel = z.object({
  caseId: Id,
  proposalId: Id,
  answer: z.enum(['AGREED', 'KEPT', 'WITHDRAWN'], 'core.field.choose'),
})
export type SettleLevel = z.output<typeof SettleLevel>

/**
 * The second person's answer to a proposed lowering of an emergency. She is the one who is signed in here, never
 * somebody the first one named; the first one may only take the proposal back.
 */
export async function settleLevel(actor: Actor, { caseId, proposalId, answer }: SettleLevel): Promise<string> {
  must(actor, answer === 'WITHDRAWN' ? 'case.level' : 'case.confirm')

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await openCaseOf(tx, actor, caseId)
    const waiting = await tx.levelProposal.findFirst({ where: { officeId, caseId, id: proposalId, settledAt: null } })
    if (!waiting) throw new NotNow('core.refusal.faster')
    if ((waiting.byId === staffId) !== (answer === 'WITHDRAWN')) throw new NotAllowed('cases.refusal.notByOneself')

    // First the agreement, then what follows from it: the database lowers an emergency only with both in one breath.
    const { count } = await tx.levelProposal.updateMany({
      where: { officeId, id: proposalId, settledAt: null },
      data: { settledById: staffId, settledAt: now(), outcome: answer },
    })
    if (count === 0) throw new NotNow('core.refusal.faster')

    if (answer === 'AGREED') {
      const { redFlags, aggravators, proposed, wanted, reason, byId } = waiting
      const ratings = waiting.ratings as Assessment['ratings']
      await tx.caseLevel.createMany({
        data: [{ id: newId(), officeId, caseId, redFlags, aggravators, ratings, proposed, decided: wanted, reason, byId, secondId: staffId, at: now() }],
      })
      await changeCase(tx, actor, found, { level: wanted, domains: domainsOf(ratings) })
      await record(tx, actor, { type: 'case.levelled', caseId, data: { from: found.level, to: wanted } })
    } else {
      await record(tx, actor, { type: 'case.level-kept', caseId, data: { to: found.level } })
    }
    return `/cases/${caseId}`
  })
}
