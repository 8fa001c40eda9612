import { signedIn } from '#lib/access/session.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { attachAction } from '../actions.ts'
import { DeedFrame } from '../deed-frame.tsx'
import { openDeed, type DeedParams } from '../open-deed.ts'

export const generateMetadata = pageTitle('referrals.deed.attachment.title')

export default async function AttachPage(props: DeedParams) {
  const deed = await openDeed(await signedIn(), props, 'attach')
  const t = translator(deed.actor.locale)
  return <DeedFrame deed={deed} title={t('referrals.deed.attachment.title')} sub={t('referrals.deed.attachment.body')} action={attachAction} submit={t('referrals.deed.attachment.submit')} />
}
