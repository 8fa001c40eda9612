import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { agencyName, type AgencyKind, type AgencyName } from './agency.ts'

type Asker = Pick<Actor, 'officeId' | 'locale'>

const named = { id: true, kind: true, nameKo: true, nameEn: true, shortKo: true, shortEn: true } as const

/** The agencies of the actor's office that still work, of these kinds or of all, by name. */
export async function agenciesOf(tx: Tx, { officeId, locale }: Asker, kinds?: readonly AgencyKind[]): Promise<AgencyName[]> {
  const found = await tx.agency.findMany({
    where: { officeId, endedAt: null, ...(kinds && { kind: { in: [...kinds] } }) },
    select: named,
    orderBy: locale === 'ko' ? { nameKo: 'asc' } : { nameEn: 'asc' },
  })
  return found.map((agency) => agencyName(agency, locale))
}

/** One agency of the actor's office, or null. */
export async function agencyOf(tx: Tx, { officeId, locale }: Asker, id: string): Promise<AgencyName | null> {
  const found = await tx.agency.findFirst({ where: { officeId, id }, select: named })
  return found && agencyName(found, locale)
}

/** The district centre that looks after the whole office (Act §8②). */
export async function officeCentre(tx: Tx, { officeId, locale }: Asker): Promise<AgencyName | null> {
  const found = await tx.agency.findFirst({ where: { officeId, kind: 'ISS_CENTER', endedAt: null }, select: named, orderBy: { id: 'asc' } })
  return found && agencyName(found, locale)
}
