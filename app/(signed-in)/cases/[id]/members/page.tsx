import { notFound } from 'next/navigation'
import { AddMemberForm } from '#components/cases/add-member-form.tsx'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { MembersTable } from '#components/cases/members-table.tsx'
import { Section } from '#components/shell/page-head.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { audienceOf } from '#lib/cases/aside.ts'
import { teamChoices } from '#lib/cases/choices.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { addMemberAction, removeMemberAction } from './actions.ts'

export const generateMetadata = pageTitle('cases.members.title')

/** Who can see the case and why: for everybody who can. Who comes and goes is decided by some. */
export default async function MembersPage({ params }: PageProps<'/cases/[id]/members'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.read')) notFound()
  const { id } = await params
  const page = await caseDeed(actor, id, async (tx, head) => {
    const audience = await audienceOf(tx, actor, id)
    const decides = may(actor, 'case.member') && inTheWay(actor, head) === null
    return { frame: await frameFor(tx), audience, team: decides ? await teamChoices(tx, actor, head.student.id, audience.map(({ staffId }) => staffId)) : null }
  })
  if (!page) notFound()
  const { head, frame, audience, team } = page
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="cases" width="wide">
      <DeedPage head={head} now={now()} locale={locale} title={t('cases.members.title')} sub={t('cases.members.sub')}>
        <MembersTable people={audience} head={head} remove={team && removeMemberAction} locale={locale} />
        <p className="muted small mt-4">
          {t('cases.page.office')} <a className="link" href={`/cases/${id}/sharing`}>{t('cases.page.sharingLink')}</a>
        </p>
        {team && (
          <Section title={t('cases.members.add')} note={t('cases.members.preview')}>
            <AddMemberForm action={addMemberAction} caseId={id} team={team} locale={locale} />
          </Section>
        )}
      </DeedPage>
    </PageFrame>
  )
}
