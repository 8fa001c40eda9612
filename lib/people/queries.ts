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

/** Who leads this school: the vice-principal and the principal. */
export async function schoolLeads(tx: Tx, { officeId, locale }: Asker, schoolId: string): Promise<PersonName[]> {
  const found = await tx.staff.findMany({ where: { officeId, agencyId: schoolId, role: 'SCHOOL_LEAD', leftAt: null }, select: named, orderBy: byName })
  return found.map((person) => personName(person, locale))
}

/** The names behind these ids, of people who have left too. */
export async function peopleByIds(tx: Tx, { officeId, locale }: Asker, ids: readonly string[]): Promise<Map<string, PersonName>> {
  const found = await tx.staff.findMany({ where: { officeId, id: { in: [...new Set(ids)] } }, select: named })
  return new Map(found.map((person) => [person.id, personName(person, locale)]))
}
