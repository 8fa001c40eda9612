import { levelLooks } from '#components/today/levels.ts'
import { urgencyLooks } from '#components/referrals/urgency-looks.ts'
import { Badge } from '#components/ui/badge.tsx'
import type { StudentCase } from '#lib/cases/of-student.ts'
import type { StudentReferral } from '#lib/referrals/of-student.ts'
import { formatDate } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** The child's cases that the reader may open. */
export function StudentCases({ cases, locale }: { cases: StudentCase[]; locale: Locale }) {
  const t = translator(locale)
  if (cases.length === 0) return <p className="muted">{t('students.page.noCases')}</p>
  return (
    <ul className="found max-w-2xl">
      {cases.map(({ id, number, level, lead, openedAt, closedAt }) => (
        <li key={id}>
          <a className="found-name" href={`/cases/${id}`}>
            <b>{number}</b> {!closedAt && <Badge {...levelLooks[level]}>{t(`cases.level.${level}`)}</Badge>}
            <span className="muted small">
              {[lead, closedAt ? t('students.page.closedOn', { day: formatDate(closedAt, locale) }) : t('students.page.openedOn', { day: formatDate(openedAt, locale) })].filter(Boolean).join(' · ')}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The child's referrals that the reader may open; of those she merely sent, no word of what became of them. */
export function StudentReferrals({ referrals, locale }: { referrals: StudentReferral[]; locale: Locale }) {
  const t = translator(locale)
  if (referrals.length === 0) return <p className="muted">{t('students.page.noReferrals')}</p>
  return (
    <ul className="found max-w-2xl">
      {referrals.map(({ id, number, state, urgency, submittedAt, own }) => (
        <li key={id}>
          <a className="found-name" href={`/referrals/${id}`}>
            <b>{number}</b> <Badge {...urgencyLooks[urgency]}>{t(`referrals.urgency.${urgency}`)}</Badge>
            <span className="muted small">{[own ? t('referrals.list.own') : t(`referrals.state.${state}`), t('students.page.sentOn', { day: formatDate(submittedAt, locale) })].join(' · ')}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
