import { TextArea } from '#components/ui/fields.tsx'
import { signedIn } from '#lib/access/session.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { withdrawAction } from '../actions.ts'
import { DeedFrame } from '../deed-frame.tsx'
import { openDeed, type DeedParams } from '../open-deed.ts'

export const generateMetadata = pageTitle('referrals.deed.withdrawal.title')

export default async function WithdrawalPage(props: DeedParams) {
  const deed = await openDeed(await signedIn(), props, 'withdraw')
  const t = translator(deed.actor.locale)
  return (
    <DeedFrame deed={deed} title={t('referrals.deed.withdrawal.title')} sub={t('referrals.deed.withdrawal.body')} action={withdrawAction} submit={t('referrals.deed.withdrawal.submit')} weight="grave">
      <TextArea name="reason" label={t('referrals.deed.withdrawal.reason')} />
    </DeedFrame>
  )
}
