import { AgencyList } from '#components/directory/agency-list.tsx'
import { SearchForm } from '#components/directory/search-form.tsx'
import { serviceRows } from '#components/directory/service-rows.ts'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { Prepared } from '#components/shell/prepared.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { serviceFilters } from '#lib/directory/filters.ts'
import { giversOf, servicesOf } from '#lib/directory/queries.ts'
import { kindsOf, serviceFits, stages } from '#lib/directory/service.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { notFound } from 'next/navigation'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'

export const generateMetadata = pageTitle('directory.title')

export default async function DirectoryPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await signedIn()
  if (!may(actor, 'directory.read')) notFound()
  const filters = serviceFilters(await searchParams)
  const { frame, services, givers } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx), services: await servicesOf(tx, actor, filters), givers: await giversOf(tx, actor),
  }))
  const { locale } = actor
  const searched = Object.values(filters).some((value) => value !== undefined)
  const shown = searched ? givers.filter(({ kind }) => services.some((service) => serviceFits(service, kind)) && (!filters.kind || kindsOf(kind).includes(filters.kind))) : givers
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="directory">
      <PageHead title={t('directory.title')} sub={locale === 'en' ? `${t('directory.sub')} ${t('directory.korean')}` : t('directory.sub')} />
      <SearchForm filters={filters} locale={locale} />
      <p className="muted small" role="status">{t('directory.found', { count: services.length })}</p>
      {services.length === 0 && (
        <Empty title={t('directory.emptyTitle')} icon="search" action={<LinkButton weight="quiet" href="/directory">{t('directory.search.clear')}</LinkButton>}>
          {t('directory.emptyText')}
        </Empty>
      )}
      {stages.map((stage) => {
        const those = services.filter((service) => service.stage === stage)
        return those.length > 0 && (
          <Section key={stage} title={t(`directory.stage.${stage}`)}>
            <Prepared as="ul" html={serviceRows(those, givers, locale)} />
          </Section>
        )
      })}
      {shown.length > 0 && <AgencyList agencies={shown} locale={locale} />}
    </PageFrame>
  )
}
