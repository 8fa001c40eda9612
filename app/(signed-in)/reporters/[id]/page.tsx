import { notFound } from 'next/navigation'
import { AnswerReporterForm } from '#components/sealed/reporter-forms.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { justProven } from '#lib/access/proven.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { grantOf } from '#lib/sealed/grants.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDayTime } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { answerReporterAction } from '../actions.ts'

export const generateMetadata = pageTitle('sealed.asking.title')

/** Somebody asks to read who reported: the centre's lead decides, and reads nothing by it. */
export default async function ReporterPage({ params }: PageProps<'/reporters/[id]'>) {
  const actor = await signedIn()
  if (!may(actor, 'sealed.grant-reporter')) notFound()
  const { id } = await params
  const { frame, grant, proven } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), grant: await grantOf(tx, actor, id), proven: await justProven(tx) }))
  if (!grant) notFound()
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="today" oneQuestion>
      <PageHead back={{ href: '/', label: t('today.title') }} title={t('sealed.asking.title')} sub={t('sealed.asking.sub')} {...(grant.number && { eyebrow: grant.number })} />
      <Facts
        items={[
          { label: t('sealed.asking.who'), value: grant.asker },
          { label: t('sealed.asking.when'), value: formatDayTime(grant.askedAt, locale) },
          { label: t('sealed.open.reason'), value: grant.reason },
        ]}
      />
      <div className="mt-6">
        {grant.answer ? (
          <Notice kind="info">{t(`sealed.asking.answer.${grant.answer}`, { name: grant.answerer ?? '—', at: grant.until ? formatDayTime(grant.until, locale) : '' })}</Notice>
        ) : (
          <AnswerReporterForm action={answerReporterAction} id={id} proven={proven} locale={locale} />
        )}
      </div>
    </PageFrame>
  )
}
