import type { Role } from '#lib/core/actor.ts'
import type { Locale } from '#lib/words/locale.ts'

/** A colleague as lists name her. */
export interface PersonName {
  id: string
  name: string
  jobTitle: string
  role: Role
  agencyId: string
}

type Named = { id: string; agencyId: string; role: Role; name: string; nameEn: string | null; jobTitle: string; jobTitleEn: string | null }

export function personName(person: Named, locale: Locale): PersonName {
  const { id, agencyId, role } = person
  return locale === 'ko'
    ? { id, agencyId, role, name: person.name, jobTitle: person.jobTitle }
    : { id, agencyId, role, name: person.nameEn ?? person.name, jobTitle: person.jobTitleEn ?? person.jobTitle }
}

/** 문다희 (교육복지조정자): how a choice of people reads. */
export const personLabel = ({ name, jobTitle }: Pick<PersonName, 'name' | 'jobTitle'>): string => (jobTitle ? `${name} (${jobTitle})` : name)
