import { notFound } from 'next/navigation'
import { GlassFacts } from '#components/glass/glass-facts.tsx'
import { ReviewForm } from '#components/glass/review-form.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { glassOf } from '#lib/glass/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDayTime } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { reviewGlassAction } from '../actions.ts'

export const generateMetadata = pageTitle('glass.title')

export default async function GlassPage({ params }: PageProps<'/glass/[id]'>) {
  const actor = await signedIn()
  if (!may(actor, 'glass.review')) notFound()
  const { id } = await params
  const { frame, glass } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), glass: Id.safeParse(id).success ? await glassOf(tx, actor, id) : null }))
  if (!glass) notFound()
  const { locale, staffId } = actor
  const t = translator(locale)
  const { outcome, reviewer, reviewedAt, remark } = glass
  return (
    <PageFrame actor={actor} frame={frame} current="glass" oneQuestion>
      <PageHead back={{ href: '/glass', label: t('glass.page.back') }} title={t('glass.title')} {...(glass.caseNumber && { eyebrow: glass.caseNumber })} />
      <GlassFacts glass={glass} locale={locale} />
      <Section title={t('glass.page.review')}>
        {outcome && reviewedAt ? (
          <Notice kind={outcome === 'JUSTIFIED' ? 'good' : 'warning'} title={`${t(`glass.outcome.${outcome}`)} · ${t('glass.page.reviewed', { by: reviewer ?? '—', at: formatDayTime(reviewedAt, locale) })}`}>
            <p className="whitespace-pre-wrap">{remark}</p>
          </Notice>
        ) : glass.staffId === staffId ? (
          <Notice kind="info">{t('glass.page.own')}</Notice>
        ) : (
          <ReviewForm action={reviewGlassAction} id={id} locale={locale} />
        )}
      </Section>
    </PageFrame>
  )
}
