import { must } from '#lib/access/policy.ts'
import { agencyOf } from '#lib/agencies/queries.ts'
import type { Actor, Role } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid, NotAllowed, NotFound } from '#lib/core/refusal.ts'
import { tell } from '#lib/notices/tell.ts'
import { audit } from '#lib/timeline/audit.ts'
import { endOf, type AskApproval, type AskInvitation, type AskRole, type ChangeKind } from './access-change.ts'
import { rolesAt } from './standing.ts'

interface Wanted {
  staffId: string
  role: Role
  agencyId: string
  jobTitle?: string
  validUntil?: string | undefined
  paper?: string
  reason: string
  name?: string
  nameEn?: string
  email?: string
}

/** Asks that somebody's role or body be another. Nothing changes until somebody else decides. */
export async function askRole(actor: Actor, input: AskRole): Promise<string> {
  return asked(actor, 'ROLE', input)
}

/** Asks that a handling approval be given, until a day and on a paper. */
export async function askApproval(actor: Actor, input: AskApproval): Promise<string> {
  return asked(actor, 'APPROVAL', input)
}

/** Asks that somebody come back, who was cut off or has left: as somebody new, with nothing of what she had. */
export async function askReturn(actor: Actor, input: AskRole): Promise<string> {
  return asked(actor, 'RETURN', input)
}

/** Asks for a new colleague; when it is decided she gets a letter by which she sets her own password. */
export async function askInvitation(actor: Actor, { staffId, ...input }: AskInvitation): Promise<string> {
  return asked(actor, 'INVITATION', { ...input, staffId: staffId ?? newId() })
}

type Given = Omit<Wanted, 'role' | 'agencyId'> & Partial<Pick<Wanted, 'role' | 'agencyId'>>

async function asked(actor: Actor, kind: ChangeKind, given: Given): Promise<string> {
  must(actor, 'people.ask')
  if (given.staffId === actor.staffId) throw new NotAllowed('colleagues.refusal.own')
  return asActor(actor, async (tx) => {
    const { officeId } = actor
    const wanted = await completed(tx, actor, kind, given)
    const { staffId, role, agencyId, jobTitle, validUntil, paper, reason, name, nameEn, email } = wanted
    await refuseUnfit(tx, actor, kind, wanted)
    const id = newId()
    await tx.accessChange.createMany({
      data: [{
        id, officeId, staffId, kind, role, agencyId, jobTitle: jobTitle || null, reason, askedById: actor.staffId, askedAt: now(),
        validUntil: validUntil ? endOf(validUntil) : null, paper: paper || null, ...(name && email && { name, nameEn: nameEn || null, email }),
      }],
    })
    await audit(tx, actor, 'change.requested', { subjectId: staffId })
    await tellDeciders(tx, actor, id, agencyId)
    return `/people/changes/${id}`
  })
}

/** An approval leaves role and body as they are. */
async function completed(tx: Tx, { officeId }: Actor, kind: ChangeKind, given: Given): Promise<Wanted> {
  const person = await tx.staff.findFirst({ where: { officeId, id: given.staffId }, select: { role: true, agencyId: true } })
  if (!person && kind !== 'INVITATION') throw new NotFound()
  if (kind === 'ROLE' && person?.role === given.role && person?.agencyId === given.agencyId) throw new Invalid('colleagues.refusal.same', 'role')
  const { role = person?.role, agencyId = person?.agencyId } = given
  if (!role || !agencyId) throw new NotFound()
  return { ...given, role, agencyId }
}

async function refuseUnfit(tx: Tx, actor: Actor, kind: ChangeKind, { role, agencyId, validUntil, paper, email }: Wanted) {
  const agency = await agencyOf(tx, actor, agencyId)
  if (!agency) throw new Invalid('core.refusal.foreign', 'agencyId')
  if (!rolesAt(agency.kind).includes(role)) throw new Invalid('colleagues.refusal.roleFits', kind === 'APPROVAL' ? undefined : 'role')
  if (actor.role !== 'ADMIN' && actor.role !== 'OFFICE_LEAD' && agencyId !== actor.agencyId) throw new Invalid('colleagues.refusal.otherAgency', 'agencyId')
  if (validUntil && endOf(validUntil) <= now()) throw new Invalid('core.field.future', 'validUntil')
  if (validUntil && !paper) throw new Invalid('colleagues.refusal.paper', 'paper')
  if (email) {
    const [found] = await tx.$queryRaw<{ taken: boolean }[]>`select app.address_taken(${email}) as taken`
    if (found?.taken) throw new Invalid('colleagues.refusal.addressTaken', 'email')
  }
}

/** Of the body its lead, where an administrator asks; the head of the centre in any case. */
async function tellDeciders(tx: Tx, actor: Actor, id: string, agencyId: string) {
  const leads = await tx.staff.findMany({
    where: {
      officeId: actor.officeId, leftAt: null,
      OR: [{ role: 'OFFICE_LEAD' }, ...(actor.role === 'ADMIN' ? [{ agencyId, role: { in: ['SCHOOL_LEAD', 'PARTNER_LEAD'] satisfies Role[] } }] : [])],
    },
    select: { id: true, role: true },
  })
  const own = leads.filter(({ role }) => role !== 'OFFICE_LEAD')
  for (const { id: staffId } of own.length > 0 ? own : leads) await tell(tx, actor, { kind: 'people.asked', path: `/people/changes/${id}`, staffId })
}
