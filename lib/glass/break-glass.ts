import { must } from '#lib/access/policy.ts'
import { prove } from '#lib/access/prove.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { workingDaysAfter } from '#lib/core/days.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { NotNow } from '#lib/core/refusal.ts'
import { tell } from '#lib/notices/tell.ts'
import { audit } from '#lib/timeline/audit.ts'
import { record } from '#lib/timeline/record.ts'
import type { BreakGlass } from './glass.ts'

/**
 * 긴급 열람: opens the child's open case to read, for a reason and a time. Its lead, the privacy officer and whoever
 * reviews it are told in the same transaction; the team sees it on the timeline. Where there is nothing to open, or
 * nothing for her, both look the same, and her try is on record.
 */
export async function breakGlass(actor: Actor, { studentId, code, reason, minutes, password }: BreakGlass): Promise<string> {
  must(actor, 'glass.break')
  refuseRegistrationNumber(reason, 'reason')
  await prove(actor, password)

  const caseId = await behind(actor, studentId)
  if (!caseId) throw new NotNow('glass.refusal.nothing')

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const [id, openedAt] = [newId(), now()]
    const until = new Date(openedAt.getTime() + Number(minutes) * 60_000)
    await tx.breakGlass.createMany({
      data: [{ id, officeId, caseId, staffId, code, reason, openedAt, until, reviewDueAt: workingDaysAfter(openedAt, 1) }],
    })
    await record(tx, actor, { type: 'case.glass-broken', caseId, data: { code, until: until.toISOString() } })
    await tellAll(tx, actor, caseId, id)
    return `/cases/${caseId}`
  })
}

/** The case, or null with her try on record: a transaction of its own, which stays when the deed is refused. */
async function behind({ form: _, ...actor }: Actor, studentId: string): Promise<string | null> {
  return asActor(actor, async (tx) => {
    const [found] = await tx.$queryRaw<{ id: string | null }[]>`select app.case_behind_glass(${studentId}::uuid) as id`
    if (!found?.id) await audit(tx, actor, 'case.glass-refused', { subjectId: studentId })
    return found?.id ?? null
  })
}

/** A reference and nothing else. */
async function tellAll(tx: Tx, actor: Actor, caseId: string, id: string) {
  const { officeId } = actor
  const found = await tx.case.findFirst({ where: { officeId, id: caseId }, select: { leadId: true } })
  if (found?.leadId) await tell(tx, actor, { kind: 'glass.broken', path: `/cases/${caseId}`, staffId: found.leadId })
  const judges = await tx.staff.findMany({ where: { officeId, role: { in: ['PRIVACY_OFFICER', 'OFFICE_LEAD'] }, leftAt: null }, select: { id: true } })
  for (const judge of judges) await tell(tx, actor, { kind: 'glass.review', path: `/glass/${id}`, staffId: judge.id })
}
