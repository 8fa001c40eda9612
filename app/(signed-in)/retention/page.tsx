import { notFound } from 'next/navigation'
import { AskForm, HoldForm, LiftForm } from '#components/retention/forms.tsx'
import { DestructionTable, DueTable } from '#components/retention/tables.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { Table } from '#components/ui/table.tsx'
import { may } from '#lib/access/policy.ts'
import { justProven } from '#lib/access/proven.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { destructionsOf, holdsOf, retainedCases } from '#lib/retention/queries.ts'
import { AHEAD_DAYS } from '#lib/retention/retention.ts'
import { frameFor } from '#lib/today/frame.ts'
import { isoDay } from '#lib/words/days.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'
import { askDestructionAction, liftHoldAction, setHoldAction } from './actions.ts'

export const generateMetadata = pageTitle('retention.title')

export default async function RetentionPage() {
  const actor = await signedIn()
  if (!may(actor, 'retention.read')) notFound()
  const { frame, cases, holds, destructions, proven } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx), cases: await retainedCases(tx, AHEAD_DAYS), holds: await holdsOf(tx, actor), destructions: await destructionsOf(tx, actor), proven: await justProven(tx),
  }))
  const { locale, staffId } = actor
  const t = translator(locale)
  const today = isoDay(now())
  const over = cases.filter(({ retainUntil, hold, waiting }) => retainUntil && retainUntil <= today && !hold && !waiting)
  const free = cases.filter(({ hold }) => !hold)
  return (
    <PageFrame actor={actor} frame={frame} current="retention" width="wide">
      <PageHead title={t('retention.title')} sub={t('retention.sub')} />
      <Section title={t('retention.due')} note={t('retention.dueNote', { days: String(AHEAD_DAYS) })}>
        {cases.length === 0 ? <p className="muted">{t('retention.dueNone')}</p> : <DueTable cases={cases} today={today} locale={locale} />}
        <p className="muted small mt-3">{t('retention.ruleHow')}</p>
        {may(actor, 'retention.ask') && over.length > 0 && <div className="mt-6"><AskForm action={askDestructionAction} cases={over} proven={proven} locale={locale} /></div>}
      </Section>
      <Section title={t('retention.holds')}>
        {holds.length === 0 ? <p className="muted">{t('retention.holdsNone')}</p> : (
          <Table
            caption={t('retention.holds')}
            rows={holds}
            keyOf={({ id }) => id}
            columns={[
              { head: t('retention.columns.number'), cell: ({ number }) => number ?? '—' },
              { head: t('retention.columns.reason'), cell: ({ reason }) => <span lang={tongueOf(reason, locale)}>{reason}</span> },
              { head: t('retention.columns.by'), cell: ({ by }) => by },
              { head: t('retention.columns.state'), cell: (hold) => <LiftForm action={liftHoldAction} hold={hold} me={staffId} asks={may(actor, 'retention.hold')} locale={locale} /> },
            ]}
          />
        )}
        {may(actor, 'retention.hold') && free.length > 0 && <div className="mt-6"><HoldForm action={setHoldAction} cases={free} locale={locale} /></div>}
      </Section>
      <Section title={t('retention.destructions')}>
        {destructions.length === 0 ? <p className="muted">{t('retention.destructionsNone')}</p> : <DestructionTable destructions={destructions} locale={locale} />}
      </Section>
    </PageFrame>
  )
}
