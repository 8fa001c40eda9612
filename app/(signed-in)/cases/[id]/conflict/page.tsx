import { notFound } from 'next/navigation'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { ConflictTable } from '#components/conflicts/conflict-table.tsx'
import { NameForm, OwnForm } from '#components/conflicts/declare-forms.tsx'
import { NamedSides, SideForm } from '#components/conflicts/side-forms.tsx'
import { Section } from '#components/shell/page-head.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { conflictsAround, caseworkers, namedSides, sidesOf } from '#lib/conflicts/queries.ts'
import { now } from '#lib/core/clock.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { declareConflictAction, endSideAction, setSideAction } from './actions.ts'

export const generateMetadata = pageTitle('conflicts.declare.title')

export default async function ConflictPage({ params }: PageProps<'/cases/[id]/conflict'>) {
  const actor = await signedIn()
  if (!may(actor, 'conflict.declare')) notFound()
  const { id } = await params
  const names = may(actor, 'conflict.name')
  const page = await caseDeed(actor, id, async (tx, { student }) => ({
    frame: await frameFor(tx),
    known: names ? await conflictsAround(tx, actor, student.id) : [],
    people: names ? await caseworkers(tx, actor) : [],
    named: names ? await namedSides(tx, actor, student.id) : [],
    sides: names ? [] : await sidesOf(tx, id),
  }))
  if (!page) notFound()
  const { head, frame, known, people, named, sides } = page
  const { locale } = actor
  const t = translator(locale)
  const form = { action: declareConflictAction, caseId: id, locale }
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} title={t('conflicts.declare.title')} sub={t('conflicts.declare.sub')}>
        <Section title={t('conflicts.declare.own')}>
          <OwnForm {...form} />
        </Section>
        {names && (
          <Section title={t('conflicts.declare.other')} note={t('conflicts.declare.otherNote')}>
            <NameForm {...form} people={people} />
          </Section>
        )}
        {sides.length > 0 && (
          <Section title={t('conflicts.side.title')} note={t('conflicts.side.team')}>
            <Facts items={sides.map(({ ref, since }) => ({ label: t('conflicts.side.ref'), value: `${ref} · ${formatDate(since, locale)}` }))} />
          </Section>
        )}
        {may(actor, 'side.set') && (
          <Section title={t('conflicts.side.title')} note={t('conflicts.side.note')}>
            <NamedSides sides={named} caseId={id} end={endSideAction} locale={locale} />
            <SideForm caseId={id} action={setSideAction} locale={locale} />
          </Section>
        )}
        {known.length > 0 && (
          <Section title={t('conflicts.declare.known')}>
            <ConflictTable conflicts={known} locale={locale} />
          </Section>
        )}
      </DeedPage>
    </PageFrame>
  )
}
