import { notFound } from 'next/navigation'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { AskReporterForm } from '#components/sealed/reporter-forms.tsx'
import { OpenForm } from '#components/sealed/open-form.tsx'
import { Opened } from '#components/sealed/opened.tsx'
import { Readers } from '#components/sealed/readers.tsx'
import { Section } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { justProven } from '#lib/access/proven.ts'
import { ownAsking } from '#lib/sealed/grants.ts'
import { nameable, sealedPage } from '#lib/sealed/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDayTime } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../../page-frame.tsx'
import { pageTitle } from '../../../../page-title.ts'
import { addReaderAction, askReaderAction, askReporterAction, endReaderAction, openSealedAction } from '../actions.ts'

export const generateMetadata = pageTitle('sealed.title')

export default async function SealedRecordPage({ params }: PageProps<'/cases/[id]/sealed/[record]'>) {
  const actor = await signedIn()
  if (!may(actor, 'sealed.open')) notFound()
  const { id, record } = await params
  const page = await caseDeed(actor, id, async (tx) => {
    const sealed = await sealedPage(tx, actor, id, record)
    return sealed && { frame: await frameFor(tx), sealed, proven: await justProven(tx), people: sealed.mine ? await nameable(tx, actor, id, sealed.kind) : [], asking: await ownAsking(tx, actor, record) }
  })
  if (!page) notFound()
  const { head, frame, sealed, proven, people, asking } = page
  const { locale } = actor
  const t = translator(locale)
  const form = { action: openSealedAction, caseId: id, recordId: record, proven, locale }
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} back={{ href: `/cases/${id}/sealed`, label: t('sealed.back') }} title={t(`sealed.kind.${sealed.kind}`)}>
        <Facts items={[{ label: t('sealed.by'), value: sealed.by }, { label: t('sealed.at'), value: formatDayTime(sealed.at, locale) }]} />
        <Section title={t('sealed.body')}>{sealed.opened ? <Opened text={sealed.content} locale={locale} /> : <OpenForm {...form} what="CONTENT" />}</Section>
        {sealed.withReporter && (
          <Section title={t('sealed.reporter')} note={t('sealed.law')}>
            {sealed.reporterOpened ? <Opened text={sealed.reporter} locale={locale} /> : <OpenForm {...form} what="REPORTER" />}
          </Section>
        )}
        {!sealed.withReporter && may(actor, 'sealed.ask-reporter') && (
          <Section title={t('sealed.reporter')} note={t('sealed.law')}>
            {asking?.answer === 'GRANTED' && asking.until && asking.until > now() && <p className="muted">{t('sealed.asking.nobody')}</p>}
            {asking && asking.answer === null ? <Notice kind="info">{t('sealed.asking.waits')}</Notice> : <AskReporterForm action={askReporterAction} caseId={id} recordId={record} locale={locale} />}
          </Section>
        )}
        <Section title={t('sealed.named')}>
          <Readers sealed={sealed} caseId={id} people={people} me={actor.staffId} add={addReaderAction} ask={askReaderAction} end={endReaderAction} locale={locale} />
        </Section>
      </DeedPage>
    </PageFrame>
  )
}
