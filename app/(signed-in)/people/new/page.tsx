import { notFound } from 'next/navigation'
import { InviteForm } from '#components/people/ask-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { agenciesOf } from '#lib/agencies/queries.ts'
import { asActor } from '#lib/core/door.ts'
import { personLine } from '#lib/people/list.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { askInvitationAction } from '../actions.ts'

export const generateMetadata = pageTitle('colleagues.change.inviteTitle')

export default async function InvitePage({ searchParams }: PageProps<'/people/new'>) {
  const actor = await signedIn()
  if (!may(actor, 'people.ask')) notFound()
  const { of } = await searchParams
  const everywhere = actor.role === 'ADMIN' || actor.role === 'OFFICE_LEAD'
  const { frame, agencies, person } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx), agencies: (await agenciesOf(tx, actor)).filter(({ id }) => everywhere || id === actor.agencyId),
    person: typeof of === 'string' ? await personLine(tx, actor, of) : null,
  }))
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="people" oneQuestion>
      <PageHead back={{ href: '/people', label: t('colleagues.title') }} title={t('colleagues.change.inviteTitle')} sub={t('colleagues.change.inviteSub')} />
      <InviteForm action={askInvitationAction} agencies={agencies} locale={actor.locale} {...(person?.standing === 'NONE' && { person })} />
    </PageFrame>
  )
}
