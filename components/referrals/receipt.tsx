import { LinkButton } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Receipt, ReferralStep, ReferralView } from '#lib/referrals/view.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { ReceiptSteps } from './receipt-steps.tsx'
import { sayCode } from './steps.tsx'

type ReceiptPartProps = { referral: ReferralView; receipt: Receipt; steps: ReferralStep[]; locale: Locale }

/** Something given back to the one who referred: how far it is and who is in charge; and when it was not selected, why. */
export function ReceiptPart({ referral, receipt: { step, inCharge }, steps, locale }: ReceiptPartProps) {
  const t = translator(locale)
  const { id, state, question } = referral
  const refusal = steps.find(({ move }) => move === 'decline')
  return (
    <>
      <ReceiptSteps step={step} t={t} />
      {inCharge && <p>{t('referrals.page.receiptCharge', { name: inCharge })}</p>}
      {state === 'DUPLICATE' && <p className="muted mt-2">{t('referrals.page.joinsFirst')}</p>}
      {state === 'ATTACHED' && <p className="muted mt-2">{t('referrals.page.joinsCase')}</p>}
      {state === 'MORE_ASKED' && (
        <div className="mt-4 grid max-w-2xl justify-items-start gap-3">
          <Notice kind="warning" title={t('referrals.page.yourTurn')}>
            <p className="as-written">{question}</p>
          </Notice>
          <LinkButton href={`/referrals/${id}/answer`}>{t('referrals.page.deed.answer')}</LinkButton>
        </div>
      )}
      {state === 'NOT_SELECTED' && (
        <div className="card mt-4 max-w-2xl">
          <h3>{t('referrals.page.resultTitle')}</h3>
          {refusal && (
            <dl className="written mt-2">
              <div>
                <dt>{t('referrals.page.reason')}</dt>
                <dd className="as-written">{[sayCode(refusal.reasonCode, t), refusal.reason].filter(Boolean).join('\n')}</dd>
              </div>
              <div>
                <dt>{t('referrals.page.fallback')}</dt>
                <dd className="as-written">{refusal.fallback}</dd>
              </div>
            </dl>
          )}
          <p className="muted small mt-2">{t('referrals.page.again')}</p>
        </div>
      )}
    </>
  )
}
