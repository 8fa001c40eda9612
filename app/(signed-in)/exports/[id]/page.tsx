import { notFound } from 'next/navigation'
import { DecideForm, FinishForm } from '#components/exports/export-forms.tsx'
import { ExportBadge } from '#components/exports/export-table.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { justProven } from '#lib/access/proven.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import type { ExportLine } from '#lib/exports/queries.ts'
import { exportsOf } from '#lib/exports/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { decideExportAction, finishExportAction } from '../actions.ts'

export const generateMetadata = pageTitle('exports.title')

export default async function ExportPage({ params }: PageProps<'/exports/[id]'>) {
  const actor = await signedIn()
  if (!may(actor, 'export.read')) notFound()
  const { id } = await params
  const { frame, found, proven } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), found: (await exportsOf(tx, actor, id))[0], proven: await justProven(tx) }))
  if (!found) notFound()
  const { locale } = actor
  const t = translator(locale)
  const { what, mine, state, by, rows, reason, number, format, agency, at } = found
  const there = state === 'READY' && found.expiresAt !== null && found.expiresAt > now()
  return (
    <PageFrame actor={actor} frame={frame} current="exports" oneQuestion>
      <PageHead back={{ href: '/exports', label: t('exports.page.back') }} title={t('exports.page.title', { number })} />
      <Facts
        items={[
          { label: t('exports.columns.by'), value: `${by} · ${agency}` },
          { label: t('exports.page.at'), value: formatDayTime(at, locale) },
          { label: t('exports.columns.rows'), value: `${t(what === 'AUDIT' ? 'exports.lines' : 'exports.count', { count: rows })} · ${format}` },
          { label: t('exports.columns.state'), value: <ExportBadge line={found} now={now()} locale={locale} /> },
          { label: t('exports.columns.reason'), value: <span lang={tongueOf(reason, locale)}>{reason}</span> },
        ]}
      />
      <div className="my-6">
        <Notice kind={state === 'REFUSED' ? 'warning' : there ? 'good' : 'info'}>{standing(found, there, locale)}</Notice>
      </div>
      {mine && there && <LinkButton href={`/api/exports/${id}`} download>{t('exports.page.download')}</LinkButton>}
      {mine && state === 'AGREED' && <FinishForm action={finishExportAction} id={id} proven={proven} locale={locale} />}
      {!mine && state === 'ASKED' && may(actor, 'export.agree') && <DecideForm action={decideExportAction} id={id} proven={proven} locale={locale} />}
    </PageFrame>
  )
}

/** How it stands with it, in a sentence. */
function standing({ state, by, rows, mine, expiresAt, decidedBy, decidedAt }: ExportLine, there: boolean, locale: Locale): string {
  const t = translator(locale)
  const decided = { by: decidedBy ?? '—', at: decidedAt ? formatDayTime(decidedAt, locale) : '—' }
  if (state === 'ASKED') return mine ? t('exports.page.asked') : t('exports.page.decideNote', { by, count: rows })
  if (state === 'REFUSED') return t('exports.page.refused', decided)
  if (state === 'AGREED') return mine ? t('exports.page.agreed') : t('exports.page.decided', decided)
  return there && expiresAt ? t('exports.page.ready', { until: formatDayTime(expiresAt, locale) }) : t('exports.page.gone')
}
