import { notFound } from 'next/navigation'
import { CaseFilters } from '#components/cases/list-filters.tsx'
import { listHtml } from '#components/cases/list-rows.ts'
import { NoCases } from '#components/cases/no-cases.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Prepared } from '#components/shell/prepared.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Pager } from '#components/ui/links.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { agenciesOf } from '#lib/agencies/queries.ts'
import { caseList } from '#lib/cases/list.ts'
import { listAddress, listFilters } from '#lib/cases/list-filters.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'

export const generateMetadata = pageTitle('cases.list.title')

export default async function CasesPage({ searchParams }: PageProps<'/cases'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.read')) notFound()
  const filters = listFilters(await searchParams)
  const wholeOffice = actor.role === 'COORDINATOR' || actor.role === 'OFFICE_LEAD'
  const { frame, list, schools } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx),
    list: await caseList(tx, actor, filters),
    schools: wholeOffice ? await agenciesOf(tx, actor, ['SCHOOL']) : [],
  }))
  const { locale } = actor
  const t = translator(locale)
  const { cases, next } = list
  return (
    <PageFrame actor={actor} frame={frame} current="cases" width="wide">
      <PageHead
        title={t('cases.list.title')}
        sub={t('cases.list.sub')}
        actions={
          <>
            {may(actor, 'export.make') && cases.length > 0 && <LinkButton weight="quiet" href={`/exports/new${listAddress({ ...filters, after: undefined }).slice('/cases'.length)}`}>{t('exports.link')}</LinkButton>}
            {may(actor, 'case.open') && <LinkButton href="/students">{t('cases.list.open')}</LinkButton>}
          </>
        }
      />
      <CaseFilters filters={filters} first={cases[0]} schools={schools} locale={locale} />
      {cases.length > 0 ? <Prepared html={listHtml(cases, now(), locale)} /> : <NoCases actor={actor} filters={filters} />}
      <Pager
        label={t('cases.list.pager')}
        newer={filters.after && { label: t('cases.list.first'), href: listAddress({ ...filters, after: undefined }) }}
        older={next ? { label: t('cases.list.older'), href: listAddress({ ...filters, after: next }) } : undefined}
      />
    </PageFrame>
  )
}
