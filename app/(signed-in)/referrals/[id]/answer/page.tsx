import { TextArea } from '#components/ui/fields.tsx'
import { signedIn } from '#lib/access/session.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { answerAction } from '../actions.ts'
import { DeedFrame } from '../deed-frame.tsx'
import { openDeed, type DeedParams } from '../open-deed.ts'

export const generateMetadata = pageTitle('referrals.deed.answer.title')

export default async function AnswerPage(props: DeedParams) {
  const deed = await openDeed(await signedIn(), props, 'answer')
  const t = translator(deed.actor.locale)
  return (
    <DeedFrame deed={deed} title={t('referrals.deed.answer.title')} action={answerAction} submit={t('referrals.deed.answer.submit')}>
      <blockquote className="card as-written">{deed.referral.question}</blockquote>
      <TextArea name="answer" label={t('referrals.deed.answer.answer')} required />
    </DeedFrame>
  )
}
