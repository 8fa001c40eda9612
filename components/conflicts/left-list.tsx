import type { LeftBehind } from '#lib/conflicts/queries.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

export function LeftList({ left, locale }: { left: LeftBehind[]; locale: Locale }) {
  const t = translator(locale)
  if (left.length === 0) return <p className="muted">{t('conflicts.left.none')}</p>
  return (
    <ul className="space-y-2">
      {left.map(({ caseId, number, leads, supports }) => (
        <li key={caseId}>
          <a className="link" href={leads ? `/cases/${caseId}/lead` : `/cases/${caseId}`}>
            {number}
          </a>{' '}
          {[leads && t('conflicts.left.lead'), supports > 0 && t('conflicts.left.supports', { count: supports })].filter(Boolean).join(' · ')}
        </li>
      ))}
    </ul>
  )
}
