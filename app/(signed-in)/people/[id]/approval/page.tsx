import { AskApprovalForm } from '#components/people/ask-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { now } from '#lib/core/clock.ts'
import { isoDay } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { askApprovalAction } from '../../actions.ts'
import { openDeed } from '../open-person.ts'

export const generateMetadata = pageTitle('colleagues.change.approvalTitle')

export default async function AskApprovalPage({ params }: PageProps<'/people/[id]/approval'>) {
  const { actor, frame, person } = await openDeed((await params).id, 'people.ask')
  const t = translator(actor.locale)
  // A year, as most are given; the paper says otherwise where it does.
  const until = isoDay(new Date(now().getTime() + 364 * 86_400_000))
  return (
    <PageFrame actor={actor} frame={frame} current="people" oneQuestion>
      <PageHead back={{ href: `/people/${person.id}`, label: person.name }} title={t('colleagues.change.approvalTitle')} sub={t('colleagues.change.roleSub')} />
      <AskApprovalForm action={askApprovalAction} staffId={person.id} until={until} locale={actor.locale} />
    </PageFrame>
  )
}
