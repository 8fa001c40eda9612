import type { AgencyKind } from '#prisma/generated/enums.ts'
import type { Locale } from '#lib/words/locale.ts'

export type { AgencyKind }

/** An agency as lists name it. */
export interface AgencyName {
  id: string
  kind: AgencyKind
  /** As people say it: 다온누리초 */
  name: string
  /** As letters say it: 다온누리초등학교 */
  fullName: string
}

/** Kinds inside the statutory circle of information (Act §17⑥); an entrusted body of any kind is inside too. */
export const insideKinds: readonly AgencyKind[] = ['SCHOOL', 'ISS_CENTER', 'EDU_OFFICE', 'WEE_CENTER', 'LEARNING_CLINIC', 'SPECIAL_ED', 'STUDENT_MH_CENTER']

type Named = { id: string; kind: AgencyKind; nameKo: string; nameEn: string; shortKo: string; shortEn: string }

export function agencyName(agency: Named, locale: Locale): AgencyName {
  const { id, kind, nameKo, nameEn, shortKo, shortEn } = agency
  return locale === 'ko' ? { id, kind, name: shortKo, fullName: nameKo } : { id, kind, name: shortEn, fullName: nameEn }
}
