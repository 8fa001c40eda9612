import { notFound } from 'next/navigation'
import { AnswerReaderForm } from '#components/sealed/reporter-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { justProven } from '#lib/access/proven.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { readerAsked } from '#lib/sealed/grants.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDayTime } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { answerReaderAction } from '../actions.ts'

export const generateMetadata = pageTitle('sealed.naming.title')

/** Somebody of a private body is to be named for a sealed record: the centre's lead decides, and reads nothing by it. */
export default async function ReaderPage({ params }: PageProps<'/readers/[id]'>) {
  const actor = await signedIn()
  if (!may(actor, 'sealed.grant-reader')) notFound()
  const { id } = await params
  const { frame, grant, proven } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), grant: await readerAsked(tx, actor, id), proven: await justProven(tx) }))
  if (!grant) notFound()
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="today" oneQuestion>
      <PageHead back={{ href: '/', label: t('today.title') }} title={t('sealed.naming.title')} sub={t('sealed.naming.sub')} {...(grant.number && { eyebrow: grant.number })} />
      <Facts
        items={[
          { label: t('sealed.naming.who'), value: `${grant.who} · ${grant.agency}` },
          { label: t('sealed.what'), value: t(`sealed.kind.${grant.kind}`) },
          { label: t('sealed.asking.who'), value: grant.asker },
          { label: t('sealed.asking.when'), value: formatDayTime(grant.askedAt, locale) },
          { label: t('sealed.naming.reason'), value: grant.reason },
        ]}
      />
      <div className="mt-6">
        {grant.answer ? (
          <Notice kind="info">{t(`sealed.naming.answer.${grant.answer}`, { name: grant.answerer ?? '—' })}</Notice>
        ) : (
          <AnswerReaderForm action={answerReaderAction} id={id} proven={proven} locale={locale} />
        )}
      </div>
    </PageFrame>
  )
}
