import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { Id, newId } from '#lib/core/id.ts'
import { Many, MaybeText, Text, Version } from '#lib/core/input.ts'
import { Invalid, NotNow } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import { closureReasons, openInterventionStates } from './case.ts'
import { changeCase, openCaseOf } from './move-case.ts'
import { refuseUnlessLead } from './part.ts'

/** The result of a goal as the form sends it, `<goal>:<-2…2>`; left empty for a goal nobody can judge. */
const GoalResult = z.string().regex(/^[0-9a-f-]{36}:-?[0-2]$/, 'core.field.unexpected').transform((text) => {
  const [goalId = '', rating] = text.split(':')
  return { goalId, rating: Number(rating) }
})

export const CloseCase = z.object({
  caseId: Id,
  version: Version,
  reason: z.enum(closureReasons, 'core.field.choose'),
  summary: Text(4000),
  goalResults: Many(z.union([z.literal('').transform(() => null), GoalResult])),
  remaining: MaybeText(2000),
  voice: MaybeText(2000),
})
export type CloseCase = z.output<typeof CloseCase>

/** Ends a case for which nothing is open any more. With it end the memberships: the database sees to that. */
export async function closeCase(actor: Actor, { caseId, version, ...input }: CloseCase): Promise<string> {
  must(actor, 'case.close')

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await openCaseOf(tx, actor, caseId)
    await refuseUnlessLead(tx, actor, caseId)
    await refuseWhatIsOpen(tx, actor, caseId)
    if (found.level === 'EMERGENCY') throw new NotNow('cases.refusal.emergencyStays')
    await keepGoalResults(tx, actor, caseId, input.goalResults.filter((result) => result !== null))
    await tx.closure.createMany({
      data: [{ id: newId(), officeId, caseId, reason: input.reason, summary: input.summary, remaining: input.remaining, voice: input.voice, byId: staffId, at: now() }],
    })
    // Before the closing: after it the actor may no longer belong to the case.
    await record(tx, actor, { type: 'case.closed', caseId, data: { reason: input.reason } })
    await changeCase(tx, actor, { id: caseId, version }, { closedAt: now() })
    return staysVisible(actor, found) ? `/cases/${caseId}` : '/cases'
  })
}

async function refuseWhatIsOpen(tx: Tx, { officeId }: Actor, caseId: string) {
  const open = await tx.intervention.count({ where: { officeId, caseId, state: { in: [...openInterventionStates] } } })
  if (open > 0) throw new NotNow('cases.refusal.stillOpen', { count: open })
  const proposal = await tx.levelProposal.count({ where: { officeId, caseId, settledAt: null } })
  if (proposal > 0) throw new NotNow('cases.refusal.proposalWaits')
}

async function keepGoalResults(tx: Tx, { officeId, staffId }: Actor, caseId: string, results: { goalId: string; rating: number }[]) {
  const goals = await tx.goal.findMany({ where: { officeId, caseId, id: { in: results.map(({ goalId }) => goalId) } }, select: { id: true } })
  if (goals.length !== new Set(results.map(({ goalId }) => goalId)).size) throw new Invalid('core.refusal.foreign', 'goalResults')
  await tx.goalRating.createMany({ data: results.map(({ goalId, rating }) => ({ id: newId(), officeId, caseId, goalId, rating, byId: staffId, at: now() })) })
}

/** After closing, the office, the school's lead and the last lead inside the circle go on seeing it. */
function staysVisible({ role, staffId, inside }: Actor, { leadId }: { leadId: string | null }): boolean {
  return role === 'COORDINATOR' || role === 'OFFICE_LEAD' || role === 'SCHOOL_LEAD' || (inside && leadId === staffId)
}
