import { notFound } from 'next/navigation'
import { EndPart } from '#components/conflicts/end-part.tsx'
import { LeftList } from '#components/conflicts/left-list.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { conflictOf, leftBehind } from '#lib/conflicts/queries.ts'
import { asActor } from '#lib/core/door.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { agreeEndAction, askEndAction } from '../actions.ts'

export const generateMetadata = pageTitle('conflicts.title')

export default async function OneConflictPage({ params }: PageProps<'/conflicts/[id]'>) {
  const actor = await signedIn()
  if (!may(actor, 'conflict.end')) notFound()
  const { id } = await params
  const { frame, conflict, left } = await asActor(actor, async (tx) => {
    const found = await conflictOf(tx, actor, id)
    return { frame: await frameFor(tx), conflict: found, left: found ? await leftBehind(tx, id) : [] }
  })
  if (!conflict) notFound()
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="conflicts" oneQuestion>
      <PageHead back={{ href: '/conflicts', label: t('conflicts.title') }} title={conflict.who} sub={conflict.agency} />
      <Facts
        items={[
          { label: t('conflicts.child'), value: conflict.child ?? t('conflicts.unknownChild') },
          { label: t('conflicts.how'), value: t(`conflicts.howTo.${conflict.how}`) },
          { label: t('conflicts.since'), value: formatDate(conflict.declaredAt, locale) },
        ]}
      />
      <Section title={t('conflicts.left.title')} note={t('conflicts.left.note')}>
        <LeftList left={left} locale={locale} />
      </Section>
      <Section title={t('conflicts.end.title')} note={t('conflicts.end.note')}>
        <EndPart conflict={conflict} me={actor.staffId} ask={askEndAction} agree={agreeEndAction} locale={locale} />
      </Section>
    </PageFrame>
  )
}
