import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { Id, newId } from '#lib/core/id.ts'
import { Text, Version } from '#lib/core/input.ts'
import { NotNow } from '#lib/core/refusal.ts'
import { tell } from '#lib/notices/tell.ts'
import { record } from '#lib/timeline/record.ts'
import { levelDecision, levelFields } from './assessment.ts'
import { domainsOf, needsSecondPerson } from './level.ts'
import { changeCase, openCaseOf } from './move-case.ts'
import { refuseObserver } from './part.ts'

export const ChangeLevel = z.object({ caseId: Id, version: Version, ...levelFields, levelReason: Text(1000) })
export type ChangeLevel = z.output<typeof ChangeLevel>

/**
 * Decides the level anew, with what was found and why. Every decision stays, so that the way of a case can be followed.
 * Lowering an emergency is only proposed here: it waits until another decider agrees (settle-level.ts).
 */
export async function changeLevel(actor: Actor, { caseId, version, ...input }: ChangeLevel): Promise<string> {
  must(actor, 'case.level')
  const { redFlags, aggravators, decided, ...found } = levelDecision(input)

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const { level: from, schoolId } = await openCaseOf(tx, actor, caseId)
    await refuseObserver(tx, actor, caseId)
    const row = { id: newId(), officeId, caseId, ...found, redFlags: [...redFlags], aggravators: [...aggravators], byId: staffId, at: now() }

    if (needsSecondPerson(from, decided)) {
      const waiting = await tx.levelProposal.count({ where: { officeId, caseId, settledAt: null } })
      if (waiting > 0) throw new NotNow('cases.refusal.proposalWaits')
      await tx.levelProposal.createMany({ data: [{ ...row, wanted: decided }] })
      // The case itself is unchanged, but whoever decides at the same moment should look again.
      await changeCase(tx, actor, { id: caseId, version }, {})
      await record(tx, actor, { type: 'case.level-asked', caseId, data: { from, to: decided } })
      await tell(tx, actor, { kind: 'case.level-asked', path: `/cases/${caseId}/level`, agencyId: schoolId })
    } else {
      await tx.caseLevel.createMany({ data: [{ ...row, decided }] })
      await changeCase(tx, actor, { id: caseId, version }, { level: decided, domains: domainsOf(found.ratings) })
      await record(tx, actor, { type: 'case.levelled', caseId, data: { from, to: decided } })
    }
    return `/cases/${caseId}`
  })
}
