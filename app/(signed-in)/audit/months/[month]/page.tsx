import { notFound } from 'next/navigation'
import { Reviewed, ReviewForm } from '#components/audit/review-form.tsx'
import { ReaderTable } from '#components/audit/reader-table.tsx'
import { TakeLogForm } from '#components/exports/export-forms.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { Figures } from '#components/ui/facts.tsx'
import { Pager } from '#components/ui/links.tsx'
import { PrintButton } from '#components/ui/print-button.tsx'
import { may } from '#lib/access/policy.ts'
import { justProven } from '#lib/access/proven.ts'
import { signedIn } from '#lib/access/session.ts'
import { Month, logAddress, monthSpan } from '#lib/audit/filters.ts'
import { busiestReaders, monthFigures, reviewOf } from '#lib/audit/queries.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatMonth, isoDay } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { takeLogAction } from '../../../exports/actions.ts'
import { reviewMonthAction } from '../../actions.ts'

export const generateMetadata = pageTitle('audit.month.title')

export default async function MonthPage({ params }: PageProps<'/audit/months/[month]'>) {
  const actor = await signedIn()
  if (!may(actor, 'audit.review')) notFound()
  const { month } = await params
  const present = isoDay(now()).slice(0, 7)
  if (!Month.safeParse(month).success || month > present) notFound()
  const { frame, figures, readers, review, proven } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx),
    figures: await monthFigures(tx, actor, month),
    readers: await busiestReaders(tx, actor, month),
    review: await reviewOf(tx, actor, month),
    proven: await justProven(tx),
  }))
  const { locale } = actor
  const t = translator(locale)
  const { from, until } = monthSpan(month)
  const before = isoDay(new Date(from.getTime() - 1)).slice(0, 7)
  const after = isoDay(until).slice(0, 7)
  const listed = (kind: 'looks' | 'refused' | 'taken') => logAddress({ month, kind })
  return (
    <PageFrame actor={actor} frame={frame} current="audit">
      <PageHead back={{ href: logAddress({ month }), label: t('audit.title') }} eyebrow={formatMonth(from, locale)} title={t('audit.month.title')} sub={t('audit.month.sub')} actions={<PrintButton>{t('audit.month.print')}</PrintButton>} />
      <Figures
        items={[
          { value: figures.looks, label: t('audit.month.looks'), href: listed('looks') },
          { value: figures.people, label: t('audit.month.people') },
          { value: figures.cases, label: t('audit.month.cases') },
          { value: figures.refused, label: t('audit.month.refused'), href: listed('refused') },
          { value: figures.printed, label: t('audit.month.printed'), href: listed('taken') },
          { value: figures.oddHours, label: t('audit.month.oddHours') },
        ]}
      />
      <Section title={t('audit.month.readers')} note={t('audit.month.readersNote')}>
        <ReaderTable readers={readers} month={month} locale={locale} />
      </Section>
      <Section title={t('audit.month.review')}>
        {review ? <Reviewed review={review} locale={locale} /> : <ReviewForm action={reviewMonthAction} month={month} locale={locale} />}
      </Section>
      <Section title={t('exports.log.title')} note={t('exports.log.note')} link={{ href: '/exports', label: t('exports.all') }}>
        <TakeLogForm action={takeLogAction} month={month} proven={proven} locale={locale} />
      </Section>
      <Pager
        label={t('audit.month.pager')}
        newer={after <= present ? { label: formatMonth(until, locale), href: `/audit/months/${after}` } : undefined}
        older={figures.earlier ? { label: formatMonth(new Date(from.getTime() - 1), locale), href: `/audit/months/${before}` } : undefined}
      />
    </PageFrame>
  )
}
