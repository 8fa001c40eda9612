import { notFound } from 'next/navigation'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { AddDocument } from '#components/documents/add-document.tsx'
import { DocumentTable } from '#components/documents/document-table.tsx'
import { Section } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { env } from '#lib/core/env.ts'
import { documentLimits, documentsOf } from '#lib/documents/queries.ts'
import { megabytes } from '#lib/documents/receive.ts'
import { frameFor } from '#lib/today/frame.ts'
import { isMessageKey, sentence, translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { takeBackAction } from './actions.ts'

export const generateMetadata = pageTitle('documents.title')

/** A file without script comes back here when it was refused, with why. */
const isRefusal = (key: unknown): key is string => typeof key === 'string' && /^(documents|core)\.(refusal|field)\./.test(key) && isMessageKey(key)

export default async function DocumentsPage({ params, searchParams }: PageProps<'/cases/[id]/documents'>) {
  const actor = await signedIn()
  if (!may(actor, 'document.read')) notFound()
  const [{ id }, { refused }] = [await params, await searchParams]
  const page = await caseDeed(actor, id, async (tx) => ({ frame: await frameFor(tx), documents: await documentsOf(tx, actor, id), limits: await documentLimits(tx, actor) }))
  if (!page) notFound()
  const { head, frame, documents, limits } = page
  const { locale } = actor
  const t = translator(locale)
  const most = megabytes(limits.most)
  const unscanned = !env().clamav && !limits.scannedElsewhere
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} title={t('documents.title')} sub={t('documents.sub')}>
        {isRefusal(refused) && (
          <div className="mb-6">
            <Notice kind="wrong" live>{sentence(locale, refused, { most })}</Notice>
          </div>
        )}
        <Section title={t('documents.list')}>
          <DocumentTable documents={documents} caseId={id} now={now()} takeBack={takeBackAction} locale={locale} />
        </Section>
        {may(actor, 'document.add') && inTheWay(actor, { ...head, closedAt: null }) === null && (
          <Section title={t('documents.upload.title')}>
            {unscanned && (
              <div className="mb-6">
                <Notice kind="warning">{t('documents.noScanner')}</Notice>
              </div>
            )}
            <AddDocument caseId={id} most={limits.most} inside={actor.inside} locale={locale} />
          </Section>
        )}
      </DeedPage>
    </PageFrame>
  )
}
