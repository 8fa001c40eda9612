import { Disclosure } from '#components/ui/disclosure.tsx'
import type { ReferralPage } from '#lib/referrals/view.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator } from '#lib/words/translate.ts'

/** What was written in the referral, and what has been done with it, to read while deciding. */
export function ReferralBeside({ page: { referral, steps, voices }, locale }: { page: ReferralPage; locale: Locale }) {
  const t = translator(locale)
  const { number, applicant, submittedAt, written, question, answer } = referral
  const basics = [
    ...written.basics.welfare.map((code) => named(locale, 'referrals.welfare', code)),
    ...written.basics.family.map((code) => named(locale, 'referrals.family', code)),
    ...written.basics.status.map((code) => named(locale, 'referrals.status', code)),
  ]
  return (
    <div className="beside-card">
      <h2>
        <a className="link" href={`/referrals/${referral.id}`}>{t('cases.open.from', { number })}</a>
      </h2>
      <Worry by={`${applicant} · ${written.relation}`} at={submittedAt} concerns={written.concerns} sentence={written.sentence} urgency={referral.urgency} locale={locale} />
      {written.wishes && <Said locale={locale} label={t('cases.open.wishes')}>{written.wishes}</Said>}
      {basics.length > 0 && <Said locale={locale} label={t('cases.open.basics')}>{basics.join(' · ')}</Said>}
      {question && <Said locale={locale} label={t('cases.open.question')}>{question}</Said>}
      {answer && <Said locale={locale} label={t('cases.open.answer')}>{answer}</Said>}
      {voices.map((voice) => (
        <Worry key={voice.id} by={`${voice.applicant} · ${voice.relation}`} at={voice.submittedAt} concerns={voice.concerns} sentence={voice.sentence} urgency={voice.urgency} locale={locale} />
      ))}
      {steps.length > 0 && (
        <Disclosure summary={t('cases.open.steps', { count: steps.length })}>
          <ul className="beside-steps">
            {steps.map(({ id, at, move, by, reason }) => (
              <li key={id}>
                {named(locale, 'referrals.move', move)} <span className="muted">{by} · {formatDayTime(at, locale)}</span>
                {reason && <p lang={tongueOf(reason, locale)}>{reason}</p>}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}

type WorryProps = { by: string; at: Date; concerns: string[]; sentence: string; urgency: 'NOW' | 'TODAY' | 'THIS_WEEK'; locale: Locale }

function Worry({ by, at, concerns, sentence, urgency, locale }: WorryProps) {
  const t = translator(locale)
  return (
    <section>
      <p className="label">{by} · {formatDayTime(at, locale)}</p>
      <p className="beside-words" lang={tongueOf(sentence, locale)}>{sentence}</p>
      <p className="small">{[t(`referrals.urgency.${urgency}`), ...concerns.map((concern) => named(locale, 'referrals.concern', concern))].join(' · ')}</p>
    </section>
  )
}

function Said({ label, locale, children }: { label: string; locale: Locale; children: string }) {
  return (
    <section>
      <p className="label">{label}</p>
      <p className="beside-words" lang={tongueOf(children, locale)}>{children}</p>
    </section>
  )
}
