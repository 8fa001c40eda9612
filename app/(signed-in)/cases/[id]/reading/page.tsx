import { notFound, redirect } from 'next/navigation'
import { ReadOnForm } from '#components/cases/read-on-form.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { stopped } from '#lib/cases/reading.ts'
import { asActor } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { readOnAction } from './actions.ts'

export const generateMetadata = pageTitle('cases.reading.title')

/** Where somebody comes who has opened very many cases in a day. It says nothing about this one, nor whether there is one. */
export default async function ReadingPage({ params }: PageProps<'/cases/[id]/reading'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.read')) notFound()
  const { id } = await params
  if (!Id.safeParse(id).success) notFound()
  const { stop, frame } = await asActor(actor, async (tx) => ({ stop: await stopped(tx, id), frame: await frameFor(tx) }))
  if (!stop) redirect(`/cases/${id}`)
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <PageHead back={{ href: '/cases', label: t('cases.list.title') }} title={t('cases.reading.title')} sub={t('cases.reading.sub', { cases: stop.cases })} />
      <div className="mb-6">
        <Notice kind="info">{t('cases.reading.note')}</Notice>
      </div>
      <ReadOnForm action={readOnAction} caseId={id} proven={stop.proven} locale={locale} />
    </PageFrame>
  )
}
