import { TextArea } from '#components/ui/fields.tsx'
import { signedIn } from '#lib/access/session.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { askAction } from '../actions.ts'
import { DeedFrame } from '../deed-frame.tsx'
import { openDeed, type DeedParams } from '../open-deed.ts'

export const generateMetadata = pageTitle('referrals.deed.question.title')

export default async function QuestionPage(props: DeedParams) {
  const deed = await openDeed(await signedIn(), props, 'ask')
  const t = translator(deed.actor.locale)
  return (
    <DeedFrame deed={deed} title={t('referrals.deed.question.title')} sub={t('referrals.deed.question.sub', { name: deed.referral.applicant })} action={askAction} submit={t('referrals.deed.question.submit')}>
      <TextArea name="question" label={t('referrals.deed.question.question')} required />
    </DeedFrame>
  )
}
