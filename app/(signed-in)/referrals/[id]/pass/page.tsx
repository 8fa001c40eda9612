import { TextArea } from '#components/ui/fields.tsx'
import { signedIn } from '#lib/access/session.ts'
import { officeCentre } from '#lib/agencies/queries.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { passAction } from '../actions.ts'
import { DeedFrame } from '../deed-frame.tsx'
import { openDeed, type DeedParams } from '../open-deed.ts'

export const generateMetadata = pageTitle('referrals.deed.office.title')

export default async function PassPage(props: DeedParams) {
  const deed = await openDeed(await signedIn(), props, 'pass', officeCentre)
  const t = translator(deed.actor.locale)
  return (
    <DeedFrame deed={deed} title={t('referrals.deed.office.title')} sub={t('referrals.deed.office.sub', { agency: deed.rest?.name ?? '' })} action={passAction} submit={t('referrals.deed.office.submit')}>
      <TextArea name="reason" label={t('referrals.deed.office.reason')} required />
      <TextArea name="done" label={t('referrals.deed.office.done')} />
    </DeedFrame>
  )
}
