import { ColumnsHelp } from '#components/roster/columns-help.tsx'
import { ImportHistory } from '#components/roster/history.tsx'

import { PageHead, Section } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Pager } from '#components/ui/links.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { UploadForm } from '#components/ui/upload-form.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { MOST_FILES, MOST_UPLOADED } from '#lib/roster/problem.ts'
import { importsOf } from '#lib/roster/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator, type Words } from '#lib/words/translate.ts'
import { notFound } from 'next/navigation'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'

export const generateMetadata = pageTitle('roster.title')

/** Refusals with which the upload sends people back here. */
const refusals = ['expired', 'otherContent', 'stillWorking', 'notCleared'] as const
const SHOWN = 20

export default async function RosterPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await signedIn()
  if (!may(actor, 'roster.import')) notFound()
  const { before, refused } = await searchParams
  const { frame, imports, older } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx),
    ...(await importsOf(tx, actor, SHOWN, typeof before === 'string' ? before : undefined)),
  }))
  const t = translator(actor.locale)
  const refusal = actor.cleared ? refusals.find((one) => one === refused) : 'notCleared'
  return (
    <PageFrame actor={actor} frame={frame} current="roster">
      <PageHead title={t('roster.title')} sub={t('roster.lead')} />
      {refusal && <Notice kind="warning">{t(`roster.refusal.${refusal}`)}</Notice>}
      {actor.cleared && (
        <Section title={t('roster.upload.title')}>
          <UploadForm address="/api/roster" accept=".zip,.csv,text/csv,application/zip" postKey={crypto.randomUUID()} words={uploadWords(t)} most={{ bytes: MOST_UPLOADED, files: MOST_FILES }} />
          <p className="muted small mt-3">{t('roster.upload.resident')}</p>
        </Section>
      )}
      <Section title={t('roster.history.title')}>
        {imports.length === 0 ? <p className="muted">{t('roster.history.empty')}</p> : <ImportHistory imports={imports} locale={actor.locale} />}
        <Pager
          label={t('ui.pager.label')}
          {...(before !== undefined && { newer: { label: t('ui.pager.first'), href: '/roster' } })}
          {...(older && { older: { label: t('ui.pager.older'), href: `/roster?before=${older}` } })}
        />
      </Section>
      <Section title={t('roster.help.title')}>
        <LinkButton weight="quiet" href="/api/roster/example" download>
          {t('roster.help.example')}
        </LinkButton>
        <p className="muted small my-2">{t('roster.help.exampleHint')}</p>
        <p className="my-2">{t('roster.help.manifest')}</p>
        <ColumnsHelp t={t} />
      </Section>
    </PageFrame>
  )
}

function uploadWords(t: Words) {
  const most = { most: String(MOST_UPLOADED / 1024 / 1024) }
  return {
    files: t('roster.upload.files'),
    hint: t('roster.upload.hint', most),
    submit: t('roster.upload.submit'),
    sending: t('roster.upload.sending'),
    almost: t('roster.upload.almost'),
    cancel: t('roster.upload.cancel'),
    cancelled: t('roster.upload.cancelled'),
    none: t('roster.upload.none'),
    tooLarge: t('roster.upload.tooLarge', most),
    tooManyFiles: t('roster.upload.tooManyFiles', { most: String(MOST_FILES) }),
    failed: t('roster.upload.failed'),
  }
}
