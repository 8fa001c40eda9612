import { Badge } from '#components/ui/badge.tsx'
import type { Voice } from '#lib/referrals/view.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { urgencyLooks } from './urgency-looks.ts'
import { ConcernTags } from './written.tsx'

/** Others who worry about the same child: their words stand beside the first. */
export function Voices({ voices, locale }: { voices: Voice[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <ul className="voices">
      {voices.map(({ id, applicant, relation, urgency, concerns, sentence, submittedAt }) => (
        <li key={id} className="card">
          <b>{applicant}</b> <span className="muted small">{[relation, formatDayTime(submittedAt, locale)].filter(Boolean).join(' · ')}</span>{' '}
          <Badge {...urgencyLooks[urgency]}>{t(`referrals.urgency.${urgency}`)}</Badge>
          <p className="as-written my-1.5">{sentence}</p>
          <ConcernTags concerns={concerns} t={t} />
        </li>
      ))}
    </ul>
  )
}
