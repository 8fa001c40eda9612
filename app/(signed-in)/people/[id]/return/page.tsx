import { AskRoleForm } from '#components/people/ask-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { askReturnAction } from '../../actions.ts'
import { openDeed } from '../open-person.ts'

export const generateMetadata = pageTitle('colleagues.change.returnTitle')

export default async function AskReturnPage({ params }: PageProps<'/people/[id]/return'>) {
  const { actor, frame, person, agencies } = await openDeed((await params).id, 'people.ask')
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="people" oneQuestion>
      <PageHead back={{ href: `/people/${person.id}`, label: person.name }} title={t('colleagues.change.returnTitle')} sub={t('colleagues.change.roleSub')} />
      <Notice kind="info">{t('colleagues.change.returnNote')}</Notice>
      <AskRoleForm action={askReturnAction} person={person} agencies={agencies} returns locale={actor.locale} />
    </PageFrame>
  )
}
