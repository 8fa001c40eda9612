import { moveNames, declineReasons } from '#lib/referrals/referral.ts'
import { urgencies } from '#lib/referrals/referral.ts'
import type { ReferralStep, ReferralView } from '#lib/referrals/view.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'

/** What happened to it so far, the first first. */
export function Steps({ referral, steps, locale }: { referral: ReferralView; steps: ReferralStep[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <ol className="steps">
      <li>
        <b>{referral.applicant}</b> {t(referral.kind === 'NOTICE' ? 'referrals.page.noticed' : 'referrals.page.sent')}
        <p className="label">{[referral.applicantAgency, formatDayTime(referral.submittedAt, locale)].filter(Boolean).join(' · ')}</p>
      </li>
      {steps.map((step) => (
        <li key={step.id}>
          <b>{step.by}</b> {sayMove(step, t)}
          <p className="label">{[step.agency, formatDayTime(step.at, locale)].join(' · ')}</p>
          {step.reason && <p className="as-written small">{step.reason}</p>}
          {step.fallback && (
            <p className="as-written small">
              <span className="muted">{t(step.move === 'pass' ? 'referrals.page.done' : 'referrals.page.fallback')}</span> {step.fallback}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

function sayMove({ move, reasonCode }: ReferralStep, t: Words): string {
  const name = moveNames.find((each) => each === move)
  const said = name ? t(`referrals.move.${name}`) : move
  const code = sayCode(reasonCode, t)
  return code ? `${said} · ${code}` : said
}

/** How urgent it was found, or why it was not selected. */
export function sayCode(code: string | null, t: Words): string {
  const urgency = urgencies.find((each) => each === code)
  if (urgency) return t(`referrals.urgency.${urgency}`)
  const reason = declineReasons.find((each) => each === code)
  return reason ? t(`referrals.decline.${reason}`) : ''
}
