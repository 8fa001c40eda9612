import { Badge } from '#components/ui/badge.tsx'
import type { GuardianLine } from '#lib/students/guardians.ts'
import type { Locale } from '#lib/words/locale.ts'
import { isMessageKey, sentence, translator } from '#lib/words/translate.ts'

/** Who brings the child up, and how to reach them; nobody calls by one press whoever is not told. */
export function GuardianList({ guardians, locale }: { guardians: GuardianLine[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <ul className="found max-w-2xl">
      {guardians.map(({ id, name, relation, phone, language, quiet }) => (
        <li key={id}>
          <span className="found-name">
            <b>{name}</b> <span className="muted small">{[sayRelation(relation, locale), language && t('students.page.interpreter', { language: sayLanguage(language, locale) })].filter(Boolean).join(' · ')}</span>
            {quiet && <Badge tone="red">{t('students.page.quiet')}</Badge>}
          </span>
          {phone && quiet && <span className="px-1">{phone}</span>}
          {phone && !quiet && (
            <a className="link inline-flex min-h-11 items-center px-1" href={`tel:${phone}`}>
              {phone}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Rosters bring words of their own: those we do not know are shown as they came. */
function sayRelation(relation: string, locale: Locale): string {
  const key = `students.page.relation.${relation}`
  return isMessageKey(key) ? sentence(locale, key) : relation
}

function sayLanguage(code: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
