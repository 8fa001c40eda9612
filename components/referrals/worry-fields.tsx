import { Choices } from '#components/ui/choices.tsx'
import { TextArea } from '#components/ui/fields.tsx'
import { urgencies } from '#lib/referrals/referral.ts'
import type { Words } from '#lib/words/translate.ts'
import { ConcernChips } from './concern-chips.tsx'
import { EmergencyWords } from './emergency-words.tsx'
import { urgencyLooks } from './urgency-looks.ts'

/** What every referral and notice of concern asks: what, in a sentence, how urgent. */
export function WorryFields({ t }: { t: Words }) {
  return (
    <>
      <ConcernChips t={t} />
      <EmergencyWords t={t} />
      <TextArea name="sentence" label={t('referrals.new.sentence')} hint={t('referrals.new.sentenceHint')} required />
      <Choices name="urgency" label={t('referrals.new.urgency')} options={urgencyOptions(t)} row required />
    </>
  )
}

/** The calm one first, as one reads; the grave one last, under the thumb. */
export const urgencyOptions = (t: Words) =>
  urgencies.toReversed().map((urgency) => ({ value: urgency, label: t(`referrals.urgency.${urgency}`), tone: urgencyLooks[urgency].tone === 'plain' ? ('teal' as const) : urgencyLooks[urgency].tone }))
