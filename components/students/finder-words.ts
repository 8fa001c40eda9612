import type { FoundStudent } from '#lib/students/student.ts'
import { mostFound } from '#lib/students/student.ts'
import type { Locale } from '#lib/words/locale.ts'
import { sentence, translator } from '#lib/words/translate.ts'

/** What the search for a pupil says, translated on the server so that the browser carries no catalogue. */
export function finderWords(locale: Locale) {
  const t = translator(locale)
  return {
    label: t('students.find.label'),
    hint: t('students.find.hint'),
    button: t('students.find.button'),
    searching: t('students.find.searching'),
    list: t('students.find.list'),
    /** How each number is said, for only the browser knows it. */
    counts: Array.from({ length: mostFound }, (_, at) => (at + 1 < mostFound ? t('students.find.count', { count: at + 1 }) : t('students.find.most', { count: mostFound }))),
    noneTitle: t('students.find.noneTitle'),
    none: t('students.find.none'),
    empty: t('students.find.empty'),
    busy: t('students.find.busy'),
    refer: t('students.find.refer'),
    /** With # where the name goes. */
    referName: sentence(locale, 'students.find.referName', { name: '#' }),
    failed: t('students.find.failed'),
    signedOut: t('students.find.signedOut'),
  }
}

export type FinderWords = ReturnType<typeof finderWords>

/** What the search answered. */
export interface Finding {
  q: string
  found: FoundStudent[] | null
  /** Said instead of a list. */
  message?: string | undefined
}
