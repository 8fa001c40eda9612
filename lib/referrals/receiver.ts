import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'

/** 교감: the vice-principal coordinates at school (programme 0.6). A job title is data, so it is looked for, not relied on. */
const coordinates = /교감/

export interface Receiver {
  id: string
  name: string
  jobTitle: string
}

/** Who of a school looks at a referral first: its one vice-principal, else its only lead, else nobody in particular. */
export async function receiverOf(tx: Tx, { officeId, locale }: Pick<Actor, 'officeId' | 'locale'>, schoolId: string): Promise<Receiver | null> {
  const leads = await tx.staff.findMany({
    where: { officeId, agencyId: schoolId, role: 'SCHOOL_LEAD', leftAt: null },
    select: { id: true, name: true, nameEn: true, jobTitle: true, jobTitleEn: true },
  })
  const deputies = leads.filter(({ jobTitle }) => coordinates.test(jobTitle))
  const [one, another] = deputies.length > 0 ? deputies : leads
  if (!one || another) return null
  return locale === 'en' ? { id: one.id, name: one.nameEn ?? one.name, jobTitle: one.jobTitleEn ?? one.jobTitle } : { id: one.id, name: one.name, jobTitle: one.jobTitle }
}
