import { urgencyOptions } from '#components/referrals/worry-fields.tsx'
import { Choices } from '#components/ui/choices.tsx'
import { TextArea } from '#components/ui/fields.tsx'
import { signedIn } from '#lib/access/session.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { triageAction } from '../actions.ts'
import { DeedFrame } from '../deed-frame.tsx'
import { openDeed, type DeedParams } from '../open-deed.ts'

export const generateMetadata = pageTitle('referrals.deed.triage.title')

export default async function TriagePage(props: DeedParams) {
  const deed = await openDeed(await signedIn(), props, 'triage')
  const t = translator(deed.actor.locale)
  return (
    <DeedFrame deed={deed} title={t('referrals.deed.triage.title')} sub={t('referrals.deed.triage.sub')} action={triageAction} submit={t('referrals.deed.triage.submit')} initial={{ urgency: deed.referral.urgency }}>
      <Choices name="urgency" label={t('referrals.page.urgency')} options={urgencyOptions(t)} row required />
      <TextArea name="reason" label={t('referrals.deed.triage.reason')} />
    </DeedFrame>
  )
}
