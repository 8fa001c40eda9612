import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { personName, type PersonName } from './person.ts'

type Asker = Pick<Actor, 'officeId' | 'locale'>

const named = { id: true, agencyId: true, role: true, name: true, nameEn: true, jobTitle: true, jobTitleEn: true } as const
const byName = [{ name: 'asc' as const }, { id: 'asc' as const }]

/** Who works at these agencies now and has an account's role in cases; by name. */
export async function colleagues(tx: Tx, { officeId, locale }: Asker, agencyIds: readonly string[]): Promise<PersonName[]> {
  const found = await tx.staff.findMany({
    where: {
      officeId,
      agencyId: { in: [...agencyIds] },
      leftAt: null,
      role: { notIn: ['ADMIN', 'PRIVACY_OFFICER', 'STATISTICS_VIEWER'] },
    },
    select: named,
    orderBy: byName,
  })
  return found.map((person) => personName(person, locale))
}

/** What one is called at work, in the language one reads. */
export async function ownTitle(tx: Tx, { officeId, staffId, locale }: Actor): Promise<string> {
  const own = await tx.staff.findFirst({ where: { officeId, id: staffId }, select: named })
  return own ? personName(own, locale).jobTitle : ''
}
