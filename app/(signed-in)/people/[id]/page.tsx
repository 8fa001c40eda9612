import { notFound, redirect } from 'next/navigation'
import { ChangeTable } from '#components/people/change-table.tsx'
import { ApprovalTable, TrainingTable, WorkCounts } from '#components/people/clearance-tables.tsx'
import { PressForm } from '#components/people/narrow-forms.tsx'
import { standingTone } from '#components/people/say-standing.ts'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { may, policy } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import type { Role } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { changesOf } from '#lib/people/changes.ts'
import { personLine, type PersonLine } from '#lib/people/list.ts'
import { approvalsOf, openWorkOf, trainingsOf } from '#lib/people/view.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate, formatDayTime } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { inviteAgainAction } from '../actions.ts'

export const generateMetadata = pageTitle('colleagues.about.title')

export default async function PersonPage({ params }: PageProps<'/people/[id]'>) {
  const actor = await signedIn()
  const { id } = await params
  // A letter leads each person to her own page, which is her settings.
  if (id === actor.staffId && !may(actor, 'people.read')) redirect('/settings')
  if (!may(actor, 'people.read')) notFound()
  const { frame, person, approvals, trainings, changes, work } = await asActor(actor, async (tx) => {
    const found = await personLine(tx, actor, id)
    return {
      frame: await frameFor(tx), person: found,
      approvals: found ? await approvalsOf(tx, actor, id) : [], trainings: found ? await trainingsOf(tx, actor, id) : [],
      changes: found ? await changesOf(tx, actor, id) : [], work: await openWorkOf(tx, found ? id : actor.staffId),
    }
  })
  if (!person) notFound()
  const { locale } = actor
  const t = translator(locale)
  const deeds = id === actor.staffId ? [] : deedsFor(person).filter(() => may(actor, 'people.ask'))
  return (
    <PageFrame actor={actor} frame={frame} current="people">
      <PageHead back={{ href: '/people', label: t('colleagues.title') }} title={person.name} sub={`${t(`access.role.${person.role}`)} · ${person.agency}`} />
      <Section title={t('colleagues.about.facts')}>
        <Facts
          items={[
            { label: t('colleagues.standingHead'), value: <Badge tone={standingTone[person.standing]}>{t(`colleagues.standing.${person.standing}`)}</Badge> },
            ...(person.leavingOn ? [{ label: t('colleagues.leave.end'), value: t('colleagues.about.leavingOn', { day: formatDate(person.leavingOn, locale) }) }] : []),
            { label: t('colleagues.about.jobTitle'), value: person.jobTitle || '—' },
            { label: t('colleagues.about.email'), value: person.email ?? '—' },
            { label: t('colleagues.lastSignIn'), value: person.lastSignInAt ? formatDayTime(person.lastSignInAt, locale) : t('colleagues.neverSignedIn') },
          ]}
        />
        {person.standing === 'INVITED' && may(actor, 'people.invite') && <PressForm action={inviteAgainAction} staffId={id} formId="invite-again" label={t('colleagues.about.inviteAgain')} locale={locale} />}
        {id === actor.staffId && <p className="muted">{t('colleagues.about.own')}</p>}
        {deeds.length > 0 && (
          <div className="page-deeds mt-4">
            {deeds.map(({ path, label }) => (
              <LinkButton key={path} weight="quiet" href={path}>{t(`colleagues.about.${label}`)}</LinkButton>
            ))}
          </div>
        )}
      </Section>
      <Section title={t('colleagues.about.work')} note={t('colleagues.about.workNote')}>
        <WorkCounts work={work} locale={locale} />
      </Section>
      {person.inside && (
        <>
          <Section title={t('colleagues.about.approvals')} note={t('colleagues.about.approvalsNote')}>
            <ApprovalTable approvals={approvals} locale={locale} />
          </Section>
          <Section title={t('colleagues.about.trainings')} note={t('colleagues.about.trainingsNote')}>
            <TrainingTable trainings={trainings} locale={locale} />
          </Section>
        </>
      )}
      <Section title={t('colleagues.about.changes')}>
        {changes.length === 0 ? <p className="muted">{t('colleagues.about.noChanges')}</p> : <ChangeTable caption={t('colleagues.about.changes')} changes={changes} locale={locale} />}
      </Section>
    </PageFrame>
  )
}

/** Who handles no cases leaves nothing waiting while away. */
const mayStandIn = new Set<Role>(policy['case.read'])

type Deed = 'absence' | 'askAccount' | 'askReturn' | 'askApproval' | 'askRole' | 'leave'

function deedsFor(person: PersonLine): { path: string; label: Deed }[] {
  const { id, standing, inside } = person
  const deed = (name: string, label: Deed) => ({ path: `/people/${id}/${name}`, label })
  switch (standing) {
    case 'NONE':
      return [{ path: `/people/new?of=${id}`, label: 'askAccount' }]
    case 'LEFT':
      return [deed('return', 'askReturn')]
    case 'SUSPENDED':
    case 'LEAVING':
    case 'DORMANT':
      return [deed('return', 'askReturn'), deed('leave', 'leave')]
    case 'ACTIVE':
    case 'INVITED':
      return [...(inside ? [deed('approval', 'askApproval')] : []), deed('role', 'askRole'), ...(mayStandIn.has(person.role) ? [deed('absence', 'absence')] : []), deed('leave', 'leave')]
  }
}
