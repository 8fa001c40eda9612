import { CountsTable, FilesTable } from '#components/roster/counts-table.tsx'
import { ImportBadge } from '#components/roster/import-badge.tsx'
import { IssueTable } from '#components/roster/issue-table.tsx'
import { Reasons } from '#components/roster/reasons.tsx'
import { sayFailure } from '#components/roster/say-failure.ts'
import { WatchImport } from '#components/roster/watch-import.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { FilterLinks, Pager } from '#components/ui/links.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { changesOf } from '#lib/roster/progress.ts'
import { importOf, issuesOf, running, type ImportView, type IssueView } from '#lib/roster/queries.ts'
import { watched } from '#lib/roster/watched.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { notFound } from 'next/navigation'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = pageTitle('roster.importTitle')

const SHOWN = 50

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ImportPage({ params, searchParams }: Props) {
  const actor = await signedIn()
  if (!may(actor, 'roster.import')) notFound()
  const { id } = await params
  const { after, only } = await searchParams
  const asked = { after: Number.parseInt(String(after ?? 0), 10) || 0, rejected: only === 'rejected' }
  const { frame, view, issues } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx),
    view: await importOf(tx, actor, id),
    issues: await issuesOf(tx, actor, id, SHOWN, asked),
  }))
  if (!view) notFound()
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="roster">
      <PageHead
        back={{ href: '/roster', label: t('roster.title') }}
        eyebrow={t('roster.report.by', { who: view.by, when: formatDayTime(view.startedAt, actor.locale) })}
        title={titleOf(view, actor.locale)}
        sub={<ImportBadge state={view.state} t={t} />}
      />
      {running(view) ? <Running view={view} locale={actor.locale} /> : view.failure ? <Failed failure={view.failure} locale={actor.locale} /> : <Report view={view} issues={issues} asked={asked} locale={actor.locale} />}
    </PageFrame>
  )
}

function titleOf(view: ImportView, locale: Locale): string {
  const t = translator(locale)
  if (running(view)) return t('roster.progress.title')
  if (view.failure) return t('roster.report.failed')
  const count = changesOf(view.progress)
  return count === 0 ? t('roster.report.doneNothing') : t('roster.report.doneTitle', { count })
}

function Running({ view, locale }: { view: ImportView; locale: Locale }) {
  const t = translator(locale)
  return (
    <>
      <WatchImport first={watched(view, t)} address={`/api/roster/${view.id}`} words={{ label: t('roster.progress.label'), lost: t('roster.progress.lost') }} />
      <p className="muted my-4">{t('roster.progress.leave')}</p>
      <noscript>
        <LinkButton weight="quiet" href={`/roster/${view.id}`}>
          {t('roster.progress.refresh')}
        </LinkButton>
      </noscript>
    </>
  )
}

function Failed({ failure, locale }: { failure: string; locale: Locale }) {
  const t = translator(locale)
  return (
    <>
      <Notice kind="wrong" title={sayFailure(failure, t)}>
        {t('roster.report.untouched')}
      </Notice>
      <p className="mt-5">
        <LinkButton href="/roster">{t('roster.report.again')}</LinkButton>
      </p>
    </>
  )
}

type ReportProps = { view: ImportView; issues: { page: IssueView[]; next?: number }; asked: { after: number; rejected: boolean }; locale: Locale }

function Report({ view, issues: { page, next }, asked, locale }: ReportProps) {
  const t = translator(locale)
  const { rejected, remarks } = view.progress
  const seconds = view.finishedAt ? Math.max(1, Math.round((view.finishedAt.getTime() - view.startedAt.getTime()) / 1000)) : 1
  const path = (after?: number) => `/roster/${view.id}?${new URLSearchParams({ ...(asked.rejected && { only: 'rejected' }), ...(after && { after: String(after) }) }).toString()}`
  return (
    <>
      <Section title={t('roster.report.counts')} note={t('roster.report.took', { seconds })}>
        <CountsTable progress={view.progress} locale={locale} />
      </Section>
      <Section title={t('roster.report.issues')} id="issues">
        {rejected + remarks === 0 ? (
          <p>{t('roster.report.noIssues')}</p>
        ) : (
          <>
            <Reasons progress={view.progress} t={t} />
            <div className="my-4 flex flex-wrap items-center justify-between gap-3">
              <FilterLinks
                label={t('roster.report.issues')}
                items={[
                  { label: t('roster.report.all'), href: `/roster/${view.id}#issues`, current: !asked.rejected, count: rejected + remarks },
                  { label: t('roster.report.onlyRejected'), href: `/roster/${view.id}?only=rejected#issues`, current: asked.rejected, count: rejected },
                ]}
              />
              <LinkButton weight="quiet" href={`/api/roster/${view.id}/report`} download>
                {t('roster.report.download')}
              </LinkButton>
            </div>
            {page.length === 0 ? <p>{t('roster.report.noneRejected')}</p> : <IssueTable issues={page} t={t} />}
            <Pager
              label={t('ui.pager.label')}
              {...(asked.after > 0 && { newer: { label: t('ui.pager.first'), href: `${path()}#issues` } })}
              {...(next && { older: { label: t('ui.more'), href: `${path(next)}#issues` } })}
            />
          </>
        )}
      </Section>
      <Section title={t('roster.report.files')}>
        <FilesTable progress={view.progress} locale={locale} />
        <p className="mt-5">
          <LinkButton weight="quiet" href="/roster">
            {t('roster.report.again')}
          </LinkButton>
        </p>
      </Section>
    </>
  )
}
