import type { ReferralView } from '#lib/referrals/view.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** Where it goes on: the case it became part of, the application made of it, the referral it joined, the child. */
export function Onward({ referral, locale }: { referral: ReferralView; locale: Locale }) {
  const t = translator(locale)
  const { state, attachedCaseId, caseOpens, convertedToId, duplicateOfId, student } = referral
  const links = [
    ...(attachedCaseId && caseOpens ? [{ href: `/cases/${attachedCaseId}`, label: t('referrals.page.openCase') }] : []),
    ...(convertedToId ? [{ href: `/referrals/${convertedToId}`, label: t('referrals.page.convertedTo') }] : []),
    ...(duplicateOfId ? [{ href: `/referrals/${duplicateOfId}`, label: t('referrals.state.DUPLICATE') }] : []),
    ...(student ? [{ href: `/students/${student.id}`, label: t('referrals.page.student') }] : []),
  ]
  return (
    <div className="mt-3">
      {state === 'DUPLICATE' && <p className="muted">{t('referrals.page.joinsFirst')}</p>}
      {state === 'ATTACHED' && <p className="muted">{t('referrals.page.joinsCase')}</p>}
      <p className="flex flex-wrap gap-x-4">
        {links.map(({ href, label }) => (
          <a key={href} className="link inline-flex min-h-11 items-center" href={href}>
            {label}
          </a>
        ))}
      </p>
    </div>
  )
}
