import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import { changeCase, openCaseOf } from '#lib/cases/move-case.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import { refuseObserver } from '#lib/cases/part.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { Id, newId } from '#lib/core/id.ts'
import { MaybeText, Text, Version } from '#lib/core/input.ts'
import { Invalid, NotNow } from '#lib/core/refusal.ts'
import { quietOf } from '#lib/sharing/guardian-blocked.ts'
import { record } from '#lib/timeline/record.ts'
import { sentence } from '#lib/words/translate.ts'

export const AgreePlan = z.object({
  caseId: Id,
  version: Version,
  /** What the student says about the plan, in her words; or why she could not be asked. */
  studentVoice: Text(2000),
  /** The same of a guardian. Where no guardian is told it stays empty, and the record says so. */
  guardianVoice: MaybeText(2000),
})
export type AgreePlan = z.output<typeof AgreePlan>

/**
 * The plan is agreed: at least one goal stands, and child and guardian were heard or there is a reason why not. Their
 * words are kept as a note of the layer PLAN beside the event, readable for everybody who carries the plan. Agreed anew
 * after a change, the day of the first agreement stays: from it the programme counts.
 */
export async function agreePlan(actor: Actor, { caseId, version, studentVoice, guardianVoice }: AgreePlan): Promise<string> {
  must(actor, 'case.plan')
  refuseRegistrationNumber(studentVoice, 'studentVoice')
  refuseRegistrationNumber(guardianVoice, 'guardianVoice')

  return asActor(actor, async (tx) => {
    const { officeId, staffId, agencyId, locale } = actor
    const { planAgreedAt, studentId } = await openCaseOf(tx, actor, caseId)
    await refuseObserver(tx, actor, caseId)
    const goals = await tx.goal.count({ where: { officeId, caseId, endedAt: null } })
    if (goals === 0) throw new NotNow('plans.refusal.goalFirst')

    const quiet = await quietOf(tx, actor, studentId)
    if (quiet?.all && guardianVoice !== '') throw new Invalid('sharing.refusal.guardianVoice', 'guardianVoice')
    if (!quiet?.all && guardianVoice === '') throw new Invalid('core.field.required', 'guardianVoice')

    const at = now()
    const noteId = newId()
    const body = sentence(locale, 'plans.agree.note', { student: studentVoice, guardian: quiet?.all ? sentence(locale, 'sharing.quiet.noVoice') : guardianVoice })
    await tx.note.createMany({
      data: [{ id: noteId, officeId, caseId, authorId: staffId, agencyId, kind: 'MEETING', layer: 'PLAN', audience: 'TEAM', domain: 'GENERAL', body, happenedAt: at, writtenAt: at }],
    })
    await changeCase(tx, actor, { id: caseId, version }, { planAgreedAt: planAgreedAt ?? at })
    await record(tx, actor, { type: 'plan.agreed', caseId, noteId, data: { goals } })
    return `/cases/${caseId}/goals`
  })
}
