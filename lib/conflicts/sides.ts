import { must } from '#lib/access/policy.ts'
import { caseOf } from '#lib/cases/move-case.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid, NotFound } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import { contactOf } from './contact.ts'
import type { EndSide, SetSide } from './conflict.ts'

/**
 * Says who stands on the other side of what happened to this child. From then on, whoever is kin to one side sees nothing
 * of the other (prisma/policies/270-conflicts.sql); each team learns a reference, and nothing of the other case.
 */
export async function setSide(actor: Actor, { caseId, number, phone, email, address }: SetSide): Promise<string> {
  must(actor, 'side.set')
  for (const [field, text] of Object.entries({ number, phone, email, address })) refuseRegistrationNumber(text, field)
  const person = recognisedBy(actor, { phone, email, address })
  if ((number === '') === (person === null)) throw new Invalid('conflicts.refusal.oneSide', 'number')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const { studentId } = await caseOf(tx, actor, caseId)
    const otherId = number === '' ? null : await childOf(tx, actor, number, studentId)
    const id = newId()
    // Written down first: afterwards the case may exist for her no more.
    await audit(tx, actor, 'conflict.side-set', { caseId, subjectId: id })
    await tx.otherSide.createMany({ data: [{ id, officeId, studentId, otherId, ...person, setById: staffId, setAt: now() }] })
    return `/cases/${caseId}/conflict`
  })
}

/** It was a mistake. Who was shut out by it stays so, until two persons say of each that there is no conflict. */
export async function endSide(actor: Actor, { caseId, sideId }: EndSide): Promise<string> {
  must(actor, 'side.set')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const { studentId } = await caseOf(tx, actor, caseId)
    const { count } = await tx.otherSide.updateMany({
      where: { officeId, id: sideId, endedAt: null, OR: [{ studentId }, { otherId: studentId }] }, data: { endedById: staffId, endedAt: now() },
    })
    if (count === 0) throw new NotFound()
    await audit(tx, actor, 'conflict.side-ended', { caseId, subjectId: sideId })
    return `/cases/${caseId}/conflict`
  })
}

/** The child of a case, by the number that the centre calls it by. One she may not see is as if there were none. */
async function childOf(tx: Tx, { officeId }: Actor, number: string, mine: string): Promise<string> {
  const found = await tx.case.findFirst({ where: { officeId, number: number.toUpperCase() }, select: { studentId: true } })
  if (!found) throw new Invalid('conflicts.refusal.noCase', 'number')
  if (found.studentId === mine) throw new Invalid('conflicts.refusal.sameChild', 'number')
  return found.studentId
}

function recognisedBy({ officeId }: Actor, { phone, email, address }: Pick<SetSide, 'phone' | 'email' | 'address'>) {
  if (phone === '' && email === '' && address === '') return null
  const { phone: digits, home } = contactOf(officeId, { phone, address })
  return { phone: digits, email: email.toLowerCase() || null, address: home }
}
