import { notFound } from 'next/navigation'
import { HandForms } from '#components/leaving/hand-forms.tsx'
import { WorkCounts } from '#components/people/clearance-tables.tsx'
import { EndForm, PressForm } from '#components/people/narrow-forms.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { mayHand } from '#lib/leaving/hand-over.ts'
import { heirsOf, leftBy } from '#lib/leaving/queries.ts'
import { personLine } from '#lib/people/list.ts'
import { mustBeHanded, openWorkOf } from '#lib/people/view.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { endApprovalAction, endPersonAction, signPersonOutAction, stayPersonAction, suspendPersonAction } from '../../actions.ts'
import { handOverAction } from './actions.ts'

export const generateMetadata = pageTitle('colleagues.leave.title')

export default async function LeavePage({ params }: PageProps<'/people/[id]/leave'>) {
  const actor = await signedIn()
  const { id } = await params
  if (!may(actor, 'people.narrow') || id === actor.staffId) notFound()
  const hands = may(actor, 'people.hand')
  const { frame, person, work, left, heirs } = await asActor(actor, async (tx) => {
    const found = await personLine(tx, actor, id)
    return {
      frame: await frameFor(tx), person: found, work: await openWorkOf(tx, found ? id : actor.staffId),
      left: found && hands ? (await leftBy(tx, actor, id)).filter(({ kind }) => mayHand(actor, kind)) : [], heirs: found && hands ? await heirsOf(tx, actor, id) : [],
    }
  })
  if (!person || person.standing === 'LEFT' || person.standing === 'NONE') notFound()
  const { locale } = actor
  const t = translator(locale)
  const waiting = mustBeHanded.reduce((sum, kind) => sum + work[kind], 0)
  const unseen = waiting - left.filter(({ kind }) => kind !== 'TEAMS').length
  const form = { staffId: id, locale }
  return (
    <PageFrame actor={actor} frame={frame} current="people">
      <PageHead back={{ href: `/people/${id}`, label: person.name }} title={t('colleagues.leave.title')} sub={t('colleagues.leave.sub')} />
      <Section title={t('colleagues.leave.hand')} note={hands ? t('colleagues.leave.handNote') : t('colleagues.leave.numbersOnly')}>
        {!hands && <WorkCounts work={work} locale={locale} />}
        {hands && waiting + left.length === 0 && <p className="muted">{t('colleagues.leave.handNone')}</p>}
        {hands && <HandForms action={handOverAction} staffId={id} agencyId={person.agencyId} left={left} heirs={heirs} locale={locale} />}
        {hands && unseen > 0 && <Notice kind="warning">{t('colleagues.leave.elsewhere', { count: unseen })}</Notice>}
      </Section>
      <Section title={t('colleagues.leave.end')} note={t('colleagues.leave.endNote')}>
        {person.leavingOn && (
          <Notice kind="info">
            {t('colleagues.leave.leaving', { day: formatDate(person.leavingOn, locale) })}
            <PressForm action={stayPersonAction} formId="stay" label={t('colleagues.leave.stay')} {...form} />
          </Notice>
        )}
        {waiting > 0 && <Notice kind="warning">{t('colleagues.leave.blocked')}</Notice>}
        <EndForm action={endPersonAction} {...form} />
      </Section>
      {person.inside && person.approvalUntil && person.approvalUntil > now() && (
        <Section title={t('colleagues.leave.endApproval')} note={t('colleagues.leave.endApprovalNote')}>
          <PressForm action={endApprovalAction} formId="end-approval" label={t('colleagues.leave.endApprovalPress')} grave {...form} />
        </Section>
      )}
      <Section title={t('colleagues.leave.signOut')} note={t('colleagues.leave.signOutNote')}>
        <PressForm action={signPersonOutAction} formId="sign-out" label={t('colleagues.leave.signOutPress')} {...form} />
      </Section>
      <Section title={t('colleagues.leave.suspend')} note={t('colleagues.leave.suspendNote')}>
        {person.standing === 'ACTIVE' || person.standing === 'INVITED' ? (
          <PressForm action={suspendPersonAction} formId="suspend" label={t('colleagues.leave.suspendPress')} grave {...form} />
        ) : (
          <p className="muted">{t('colleagues.leave.suspended')}</p>
        )}
      </Section>
    </PageFrame>
  )
}
