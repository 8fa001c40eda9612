import { notFound } from 'next/navigation'
import { ChangeTable } from '#components/people/change-table.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { Pager } from '#components/ui/links.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { EdgeText, edgeText } from '#lib/core/edge.ts'
import { changesBefore, changesForMe } from '#lib/people/changes.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = pageTitle('colleagues.change.listTitle')

export default async function ChangesPage({ searchParams }: PageProps<'/people/changes'>) {
  const actor = await signedIn()
  if (!may(actor, 'people.read')) notFound()
  const after = EdgeText.safeParse((await searchParams)['after']).data
  const { frame, mine, all } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx), mine: may(actor, 'people.decide') ? await changesForMe(tx, actor) : [], all: await changesBefore(tx, actor, after),
  }))
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="people" width="wide">
      <PageHead back={{ href: '/people', label: t('colleagues.title') }} title={t('colleagues.change.listTitle')} sub={t('colleagues.change.listSub')} />
      {may(actor, 'people.decide') && (
        <Section title={t('colleagues.change.forMe')}>
          {mine.length === 0 ? <p className="muted">{t('colleagues.change.noneForMe')}</p> : <ChangeTable caption={t('colleagues.change.forMe')} changes={mine} locale={locale} />}
        </Section>
      )}
      <Section title={t('colleagues.change.all')}>
        {all.changes.length === 0 ? <p className="muted">{t('colleagues.change.none')}</p> : <ChangeTable caption={t('colleagues.change.all')} changes={all.changes} locale={locale} />}
        <Pager
          label={t('colleagues.change.pager')}
          {...(after && { newer: { label: t('colleagues.first'), href: '/people/changes' } })}
          {...(all.next && { older: { label: t('colleagues.more'), href: `/people/changes?after=${edgeText(all.next)}` } })}
        />
      </Section>
    </PageFrame>
  )
}
