import { SessionForm } from '#components/interventions/session-form.tsx'
import { now } from '#lib/core/clock.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { sessionAction } from '../actions.ts'
import { DeedFrame, openDeed, type DeedPageProps } from '../deed-page.tsx'

export const generateMetadata = pageTitle('interventions.sessionForm.title')

export default async function SessionPage(props: DeedPageProps) {
  const opened = await openDeed(props)
  const { actor, view } = opened
  return (
    <DeedFrame opened={opened} deed="session" title={translator(actor.locale)('interventions.sessionForm.title')}>
      <SessionForm view={view} action={sessionAction} now={now()} locale={actor.locale} />
    </DeedFrame>
  )
}
