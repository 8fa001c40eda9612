import type { Tone } from '#components/ui/tone.ts'
import type { ReceiptStep } from '#lib/referrals/view.ts'
import type { Words } from '#lib/words/translate.ts'

export const stepTones: Record<ReceiptStep, Tone> = { RECEIVED: 'plain', IN_CHARGE: 'blue', UNDER_WAY: 'teal', DONE: 'plain', WITHDRAWN: 'plain' }

const way = ['RECEIVED', 'IN_CHARGE', 'UNDER_WAY', 'DONE'] as const

/** The way of a referral in four steps, and where it is. */
export function ReceiptSteps({ step, t }: { step: ReceiptStep; t: Words }) {
  if (step === 'WITHDRAWN') return <p className="my-2 font-semibold">{t('referrals.step.WITHDRAWN')}</p>
  const reached = way.indexOf(step)
  return (
    <ol className="receipt">
      {way.map((each, at) => (
        <li key={each} className={at < reached ? 'reached' : undefined} aria-current={at === reached ? 'step' : undefined}>
          {t(`referrals.step.${each}`)}
        </li>
      ))}
    </ol>
  )
}
