import { AcceptForm } from '#components/interventions/accept-form.tsx'
import { colleagues } from '#lib/people/queries.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { acceptAction } from '../actions.ts'
import { DeedFrame, openDeed, type DeedPageProps } from '../deed-page.tsx'

export const generateMetadata = pageTitle('interventions.accept.title')

export default async function AcceptancePage(props: DeedPageProps) {
  const opened = await openDeed(props, (tx, actor, { agencyId }) => colleagues(tx, actor, [agencyId]))
  const { actor, view, more } = opened
  const t = translator(actor.locale)
  return (
    <DeedFrame opened={opened} deed="acceptance" title={t('interventions.accept.title')}>
      <AcceptForm view={view} action={acceptAction} people={more ?? []} me={actor} locale={actor.locale} />
    </DeedFrame>
  )
}
