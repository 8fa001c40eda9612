import { Chips } from '#components/ui/choices.tsx'
import { concernAreas, type Concern, type ConcernArea } from '#lib/referrals/concerns.ts'
import type { Words } from '#lib/words/translate.ts'

/** What is seen most stands in front; what is rarer one tap further. Living comes first: it is asked about least. */
const inFront: [ConcernArea, readonly Concern[]][] = [
  ['LIVING', ['HARDSHIP', 'LIVING_OTHER']],
  ['SAFETY', ['SKIPPED_MEALS', 'ABUSE', 'SCHOOL_VIOLENCE', 'SELF_HARM']],
  ['LEARNING', ['BASIC_SKILLS', 'DROPOUT_RISK']],
  ['MIND', ['DEPRESSION', 'ANXIETY', 'LETHARGY']],
]

/** The boxes of form F1 as chips, in its four areas. */
export function ConcernChips({ t }: { t: Words }) {
  const option = (concern: Concern) => ({ value: concern, label: t(`referrals.concern.${concern}`) })
  const groups = inFront.map(([area, front]) => {
    const rarer = concernAreas[area].filter((concern) => !front.includes(concern))
    return {
      title: t(`referrals.area.${area}`),
      options: front.map(option),
      ...(rarer.length > 0 && { more: { label: t('referrals.new.more', { count: rarer.length }), options: rarer.map(option) } }),
    }
  })
  return <Chips name="concerns" label={t('referrals.new.concerns')} groups={groups} required />
}
