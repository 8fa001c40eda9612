import type { Actor, Role } from '#lib/core/actor.ts'
import { askWho } from '#lib/core/door.ts'
import type { Locale } from '#lib/words/locale.ts'

interface Who {
  staff_id: string
  office_id: string
  agency_id: string
  agency_kind: string
  role: Role
  name: string
  name_en: string | null
  job_title: string
  locale: string
  agency_ko: string
  agency_en: string
  inside: boolean
  cleared: boolean
}

/**
 * The person behind a session's key, or null when the session is over. Asked anew at every request.
 * She reads in the language `chosen` in this browser; another browser of hers may show another one.
 */
export async function actorOf(sessionKey: string, chosen?: Locale): Promise<Actor | null> {
  const [who] = await askWho<Who>(sessionKey)
  if (!who) return null
  const locale = chosen ?? (who.locale === 'en' ? 'en' : 'ko')
  return {
    sessionKey,
    staffId: who.staff_id,
    officeId: who.office_id,
    agencyId: who.agency_id,
    agencyKind: who.agency_kind,
    role: who.role,
    name: locale === 'en' ? (who.name_en ?? who.name) : who.name,
    agencyName: locale === 'en' ? who.agency_en : who.agency_ko,
    jobTitle: who.job_title,
    locale,
    inside: who.inside,
    cleared: who.cleared,
  }
}
