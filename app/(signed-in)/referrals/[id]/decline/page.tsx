import { Choices } from '#components/ui/choices.tsx'
import { TextArea } from '#components/ui/fields.tsx'
import { signedIn } from '#lib/access/session.ts'
import { declineReasons } from '#lib/referrals/referral.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { declineAction } from '../actions.ts'
import { DeedFrame } from '../deed-frame.tsx'
import { openDeed, type DeedParams } from '../open-deed.ts'

export const generateMetadata = pageTitle('referrals.deed.refusal.title')

export default async function DeclinePage(props: DeedParams) {
  const deed = await openDeed(await signedIn(), props, 'decline')
  const t = translator(deed.actor.locale)
  return (
    <DeedFrame deed={deed} title={t('referrals.deed.refusal.title')} sub={t('referrals.deed.refusal.sub')} action={declineAction} submit={t('referrals.deed.refusal.submit')} weight="grave">
      <Choices name="reasonCode" label={t('referrals.deed.refusal.code')} options={declineReasons.map((value) => ({ value, label: t(`referrals.decline.${value}`) }))} required />
      <TextArea name="reason" label={t('referrals.deed.refusal.reason')} hint={t('referrals.deed.refusal.reasonHint')} required />
      <TextArea name="fallback" label={t('referrals.deed.refusal.fallback')} hint={t('referrals.deed.refusal.fallbackHint')} required />
    </DeedFrame>
  )
}
