import { notFound } from 'next/navigation'
import { PersonSearch } from '#components/people/person-search.tsx'
import { PersonTable } from '#components/people/person-table.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Pager } from '#components/ui/links.tsx'
import { Empty, Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { agenciesOf } from '#lib/agencies/queries.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { changesWaiting } from '#lib/people/changes.ts'
import { ownerless, peopleList } from '#lib/people/list.ts'
import { peopleAddress, peopleFilters } from '#lib/people/standing.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'

export const generateMetadata = pageTitle('colleagues.title')

export default async function PeoplePage({ searchParams }: PageProps<'/people'>) {
  const actor = await signedIn()
  if (!may(actor, 'people.read')) notFound()
  const filters = peopleFilters(await searchParams)
  const oneBody = actor.role === 'SCHOOL_LEAD' || actor.role === 'PARTNER_LEAD'
  const { frame, list, agencies, waiting, nobodys } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx),
    list: await peopleList(tx, actor, filters),
    agencies: oneBody ? [] : await agenciesOf(tx, actor),
    waiting: may(actor, 'people.decide') ? await changesWaiting(tx, actor) : 0,
    nobodys: may(actor, 'people.hand') ? await ownerless(tx, actor) : [],
  }))
  const { locale } = actor
  const t = translator(locale)
  const at = now()
  return (
    <PageFrame actor={actor} frame={frame} current="people" width="wide">
      <PageHead
        title={t('colleagues.title')}
        sub={t(oneBody ? 'colleagues.subOwn' : 'colleagues.sub')}
        actions={
          <>
            <LinkButton weight="quiet" href="/people/changes">{t('colleagues.changes')}</LinkButton>
            <LinkButton weight="quiet" href="/people/rights">{t('colleagues.rights')}</LinkButton>
            {may(actor, 'people.train') && <LinkButton weight="quiet" href="/people/training">{t('colleagues.train')}</LinkButton>}
            {may(actor, 'people.ask') && <LinkButton href="/people/new">{t('colleagues.invite')}</LinkButton>}
          </>
        }
      />
      {waiting > 0 && (
        <Notice kind="info" title={t('colleagues.waiting', { count: waiting })}>
          <a className="link" href="/people/changes">{t('colleagues.today.waitsLink')}</a>
        </Notice>
      )}
      {nobodys.length > 0 && (
        <Section title={t('colleagues.ownerlessTitle')} note={t('colleagues.ownerlessNote')}>
          <PersonTable people={nobodys} now={at} locale={locale} />
        </Section>
      )}
      <PersonSearch filters={filters} agencies={agencies} locale={locale} />
      {list.people.length === 0 ? <Empty title={t('colleagues.empty')} icon="search">{t('colleagues.emptyText')}</Empty> : <PersonTable people={list.people} now={at} locale={locale} />}
      <Pager
        label={t('colleagues.pager')}
        {...(filters.after && { newer: { label: t('colleagues.first'), href: peopleAddress({ ...filters, after: undefined }) } })}
        {...(list.next && { older: { label: t('colleagues.more'), href: peopleAddress({ ...filters, after: list.next }) } })}
      />
    </PageFrame>
  )
}
