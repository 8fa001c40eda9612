import { must } from '#lib/access/policy.ts'
import { prove } from '#lib/access/prove.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { tellRoles } from '#lib/notices/tell.ts'
import { audit } from '#lib/timeline/audit.ts'
import { isoDay } from '#lib/words/days.ts'
import { retainedCases } from './queries.ts'
import type { AskDestruction, DecideDestruction } from './retention.ts'

/** Asks that cases whose time is over be destroyed. Nothing happens before somebody else agrees, and then by night. */
export async function askDestruction(actor: Actor, { cases, password }: AskDestruction): Promise<string> {
  must(actor, 'retention.ask')
  await prove(actor, password)
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const due = (await retainedCases(tx, 0)).filter(({ hold, waiting, retainUntil }) => !hold && !waiting && retainUntil)
    const chosen = due.filter(({ id }) => cases.includes(id))
    if (chosen.length !== new Set(cases).size) throw new NotNow('retention.refusal.notOver')
    const [id, year] = [newId(), isoDay(now()).slice(0, 4)]
    const [count] = await tx.$queryRaw<{ next: number }[]>`select app.next_number(${`destruction-${year}`}) as next`
    await tx.destruction.createMany({ data: [{ id, officeId, number: `D-${year}-${String(count?.next ?? 0).padStart(4, '0')}`, state: 'ASKED', askedById: staffId, askedAt: now() }] })
    await tx.destroyedCase.createMany({ data: chosen.map((one) => ({ officeId, destructionId: id, caseId: one.id, caseNumber: one.number, retainUntil: new Date(`${one.retainUntil}T00:00:00Z`), rule: one.rule ?? '' })) })
    await audit(tx, actor, 'case.destruction-asked', { subjectId: id })
    await tellRoles(tx, actor, ['OFFICE_LEAD', 'PRIVACY_OFFICER'], { kind: 'retention.asked', path: `/retention/${id}` })
    return `/retention/${id}`
  })
}

/** Another person agrees, or does not. */
export async function decideDestruction(actor: Actor, { id, answer, password }: DecideDestruction): Promise<string> {
  must(actor, 'retention.agree')
  await prove(actor, password)
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await tx.destruction.findFirst({ where: { officeId, id }, select: { askedById: true } })
    if (!found) throw new NotFound()
    if (found.askedById === staffId) throw new NotAllowed('retention.refusal.twoPersons')
    const { count } = await tx.destruction.updateMany({ where: { officeId, id, state: 'ASKED' }, data: { state: answer, decidedById: staffId, decidedAt: now() } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await audit(tx, actor, answer === 'AGREED' ? 'case.destruction-agreed' : 'case.destruction-refused', { subjectId: id })
    return `/retention/${id}`
  })
}
