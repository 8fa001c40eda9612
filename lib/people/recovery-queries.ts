import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { personName } from './person.ts'

export interface RecoveryLine {
  id: string
  staffId: string
  who: string
  agency: string
  askedById: string
  askedBy: string
  askedAt: Date
  reason: string
  answer: string | null
}

type Asker = Pick<Actor, 'officeId' | 'locale'>

/** Whose word counts for somebody: who leads her own house; for those who lead, and where nobody does, the head of the centre. */
export async function vouchersFor(tx: Tx, officeId: string, staffId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select l.id from staff s join staff l on l.office_id = s.office_id and l.id <> s.id and l.left_at is null
    where s.office_id = ${officeId}::uuid and s.id = ${staffId}::uuid and ((l.role in ('SCHOOL_LEAD', 'PARTNER_LEAD') and l.agency_id = s.agency_id) or l.role = 'OFFICE_LEAD') order by l.id`
  return rows.map(({ id }) => id)
}

/** The latest first; those one may not answer for are not there. */
export async function recoveries(tx: Tx, asker: Asker): Promise<RecoveryLine[]> {
  return lines(tx, asker, await tx.accountRecovery.findMany({ where: { officeId: asker.officeId }, orderBy: [{ askedAt: 'desc' }, { id: 'desc' }], take: 50 }))
}

export async function recoveryOf(tx: Tx, asker: Asker, id: string): Promise<RecoveryLine | null> {
  const [line] = await lines(tx, asker, await tx.accountRecovery.findMany({ where: { officeId: asker.officeId, id } }))
  return line ?? null
}

/** People by a part of the name, for an administrator; not herself. */
export async function peopleNamed(tx: Tx, { officeId, locale, staffId }: Asker & Pick<Actor, 'staffId'>, part: string): Promise<{ id: string; name: string; agency: string }[]> {
  const found = await tx.staff.findMany({
    where: { officeId, leftAt: null, id: { not: staffId }, OR: [{ name: { contains: part } }, { nameEn: { contains: part, mode: 'insensitive' } }] },
    select: { ...person, id: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 20,
  })
  return found.map((one) => ({ id: one.id, name: personName(one, locale).name, agency: agencyIn(one.agency, locale) }))
}

const person = { id: true, agencyId: true, role: true, name: true, nameEn: true, jobTitle: true, jobTitleEn: true, agency: { select: { shortKo: true, shortEn: true } } } as const
const agencyIn = ({ shortKo, shortEn }: { shortKo: string; shortEn: string }, locale: Asker['locale']) => (locale === 'en' ? shortEn : shortKo)

type Row = Pick<RecoveryLine, 'id' | 'staffId' | 'askedById' | 'askedAt' | 'reason' | 'answer'>

async function lines(tx: Tx, { officeId, locale }: Asker, rows: Row[]): Promise<RecoveryLine[]> {
  const ids = rows.flatMap(({ staffId, askedById }) => [staffId, askedById])
  const people = new Map((await tx.staff.findMany({ where: { officeId, id: { in: ids } }, select: person })).map((one) => [one.id, one]))
  const nameOf = (id: string) => {
    const found = people.get(id)
    return found ? personName(found, locale).name : ''
  }
  return rows.map(({ id, staffId, askedById, askedAt, reason, answer }) => {
    const found = people.get(staffId)
    return { id, staffId, askedById, askedAt, reason, answer, who: nameOf(staffId), agency: found ? agencyIn(found.agency, locale) : '', askedBy: nameOf(askedById) }
  })
}
