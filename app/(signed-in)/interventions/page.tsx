import { ListFilterLinks } from '#components/interventions/list-filters.tsx'
import { listRows } from '#components/interventions/list-rows.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { Prepared } from '#components/shell/prepared.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Pager } from '#components/ui/links.tsx'
import { Empty } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { listFilters, listQuery } from '#lib/interventions/filters.ts'
import { interventionsFor } from '#lib/interventions/list.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { notFound } from 'next/navigation'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'

export const generateMetadata = pageTitle('interventions.list.title')

export default async function InterventionsPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await signedIn()
  if (!may(actor, 'intervention.answer')) notFound()
  const filters = listFilters(await searchParams, actor)
  const { frame, lines, more } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), ...(await interventionsFor(tx, actor, filters)) }))
  const { locale, staffId, agencyName: agency } = actor
  const t = translator(locale)
  const last = lines.at(-1)
  return (
    <PageFrame actor={actor} frame={frame} current="interventions">
      <PageHead title={t('interventions.list.title')} sub={t(`interventions.list.sub.${filters.of}`)} />
      <ListFilterLinks actor={actor} filters={filters} />
      {lines.length === 0 ? (
        <Empty title={t(`interventions.list.emptyTitle.${filters.of}`)} icon="support" action={<LinkButton weight="quiet" href={actor.inside ? '/cases' : '/directory'}>{t(actor.inside ? 'interventions.list.cases' : 'interventions.list.directory')}</LinkButton>}>
          {t(`interventions.list.emptyText.${filters.of}`)}
        </Empty>
      ) : (
        <Prepared className="rows" html={listRows(lines, { now: now(), locale, staffId, agency })} />
      )}
      <Pager
        label={t('interventions.list.pager')}
        newer={filters.after ? { label: t('interventions.list.first'), href: listQuery(filters) } : undefined}
        older={more && last ? { label: t('interventions.list.older'), href: listQuery(filters, last) } : undefined}
      />
    </PageFrame>
  )
}
