import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { ChosenId, Id } from '#lib/core/id.ts'
import { Day } from '#lib/core/input.ts'
import { Invalid, NotFound } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import { endOf } from './access-change.ts'
import type { Choice } from './choices.ts'
import { personLabel } from './person.ts'
import { colleagues } from './queries.ts'

export const SetAbsence = z.object({ staffId: Id, from: Day, until: Day, deputyId: ChosenId })
export type SetAbsence = z.output<typeof SetAbsence>

export const ClearAbsence = z.object({ staffId: Id })
export type ClearAbsence = z.output<typeof ClearAbsence>

/** Who is away, and who of her body stands in: said by herself or by whoever looks after her. */
export async function setAbsence(actor: Actor, { staffId, from, until, deputyId }: SetAbsence): Promise<string> {
  if (until < from) throw new Invalid('core.field.order', 'until')
  if (endOf(until) <= now()) throw new Invalid('core.field.future', 'until')
  return absent(actor, staffId, new Date(`${from}T00:00:00+09:00`), endOf(until), deputyId)
}

export async function clearAbsence(actor: Actor, { staffId }: ClearAbsence): Promise<string> {
  return absent(actor, staffId, null, null, null)
}

async function absent(actor: Actor, staffId: string, from: Date | null, until: Date | null, deputyId: string | null): Promise<string> {
  const own = staffId === actor.staffId
  return asActor(actor, async (tx) => {
    const [charge] = await tx.$queryRaw<{ mine: boolean }[]>`select app.in_my_charge(${staffId}::uuid) as mine`
    if (!own && !charge?.mine) throw new NotFound()
    const [row] = await tx.$queryRaw<{ done: boolean }[]>`select app.set_absence(${staffId}::uuid, ${from}::timestamptz, ${until}::timestamptz, ${deputyId}::uuid) as done`
    if (!row?.done || deputyId === staffId) throw new Invalid('colleagues.refusal.deputy', 'deputyId')
    await audit(tx, actor, 'account.away', { subjectId: staffId })
    return own ? '/settings/absence' : `/people/${staffId}/absence`
  })
}

export interface Absence {
  from: Date | null
  until: Date
  deputy: string
}

/** Hers that is or comes, and whom she may name. */
export async function absenceOf(tx: Tx, actor: Actor, staffId: string): Promise<{ absence: Absence | null; deputies: Choice[] } | null> {
  const found = await tx.staff.findFirst({ where: { officeId: actor.officeId, id: staffId, leftAt: null }, select: { agencyId: true, leaveFrom: true, leaveUntil: true, deputy: { select: { name: true, nameEn: true } } } })
  if (!found) return null
  const { leaveFrom, leaveUntil, deputy, agencyId } = found
  const stands = leaveUntil && leaveUntil > now() && deputy
  return {
    absence: stands ? { from: leaveFrom, until: leaveUntil, deputy: actor.locale === 'en' ? (deputy.nameEn ?? deputy.name) : deputy.name } : null,
    deputies: (await colleagues(tx, actor, [agencyId])).filter(({ id }) => id !== staffId).map((person) => ({ value: person.id, label: personLabel(person) })),
  }
}
