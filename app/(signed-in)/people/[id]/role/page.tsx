import { AskRoleForm } from '#components/people/ask-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { askRoleAction } from '../../actions.ts'
import { openDeed } from '../open-person.ts'

export const generateMetadata = pageTitle('colleagues.change.roleTitle')

export default async function AskRolePage({ params }: PageProps<'/people/[id]/role'>) {
  const { actor, frame, person, agencies } = await openDeed((await params).id, 'people.ask')
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="people" oneQuestion>
      <PageHead back={{ href: `/people/${person.id}`, label: person.name }} title={t('colleagues.change.roleTitle')} sub={t('colleagues.change.roleSub')} />
      <Notice kind="info">{t('colleagues.change.roleNote')}</Notice>
      <AskRoleForm action={askRoleAction} person={person} agencies={agencies} locale={actor.locale} />
    </PageFrame>
  )
}
