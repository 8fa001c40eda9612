import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid } from '#lib/core/refusal.ts'
import type { AccessReason } from '#prisma/generated/enums.ts'
import type { Relation } from './case.ts'

interface Ground {
  ground: 'INSIDE' | 'CONSENT' | 'LAWFUL_BASIS'
}

interface Entry {
  staffId: string
  relation: Relation
  /** The field of the form to point at when it cannot be. */
  field: string
}

/**
 * Makes the row that lets a person into a case. Inside the circle it stands by itself; a partner's needs a consent or
 * another law that counts today, and is read against it again at every look. Returns the person's agency.
 */
export async function letIn(tx: Tx, actor: Actor, caseId: string, { staffId, relation, field }: Entry): Promise<string> {
  const { agencyId, reason } = await reasonFor(tx, actor, caseId, staffId, field)
  await tx.caseMember.createMany({
    data: [{ id: newId(), officeId: actor.officeId, caseId, staffId, agencyId, relation, reason, since: now(), addedById: actor.staffId }],
  })
  return agencyId
}

/** Whether this person may be let into this case today: no relative, and on a ground that stands. */
export async function mayTake(tx: Tx, actor: Actor, caseId: string, staffId: string): Promise<boolean> {
  try {
    await reasonFor(tx, actor, caseId, staffId, '')
    return true
  } catch (refusal) {
    if (refusal instanceof Invalid) return false
    throw refusal
  }
}

async function reasonFor(tx: Tx, actor: Actor, caseId: string, staffId: string, field: string): Promise<{ agencyId: string; reason: AccessReason }> {
  const person = await workingStaff(tx, actor, staffId, field)
  const { agencyId } = person

  const [conflict] = await tx.$queryRaw<{ found: boolean }[]>`select app.conflict_with(${caseId}::uuid, ${staffId}::uuid) as found`
  if (conflict?.found) throw new Invalid('cases.refusal.conflicted', field)

  const [found] = await tx.$queryRaw<Ground[]>`select ground from app.ground_of(${caseId}::uuid, ${agencyId}::uuid)`
  if (!found) throw new Invalid('cases.refusal.noGround', field)
  if (found.ground !== 'INSIDE') return { agencyId, reason: found.ground }
  return { agencyId, reason: person.agency.kind === 'SCHOOL' ? 'SCHOOL_TEAM' : 'OFFICE_TEAM' }
}

/** Somebody of the office who still works there and whose role works with cases. */
export async function workingStaff(tx: Tx, { officeId }: Actor, id: string, field: string) {
  const person = await tx.staff.findFirst({
    where: { officeId, id, leftAt: null, role: { notIn: ['ADMIN', 'PRIVACY_OFFICER', 'STATISTICS_VIEWER'] } },
    select: { agencyId: true, agency: { select: { kind: true } } },
  })
  if (!person) throw new Invalid('core.refusal.foreign', field)
  return person
}
