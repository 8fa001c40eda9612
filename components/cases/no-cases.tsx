import { LinkButton } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/notice.tsx'
import { isNarrowed, type ListFilters } from '#lib/cases/list-filters.ts'
import type { Actor } from '#lib/core/actor.ts'
import { translator } from '#lib/words/translate.ts'

/** An empty list says what will stand here, or how to ask for more. */
export function NoCases({ actor: { inside, locale }, filters }: { actor: Pick<Actor, 'inside' | 'locale'>; filters: ListFilters }) {
  const t = translator(locale)
  if (isNarrowed(filters)) {
    return (
      <Empty title={t('cases.list.emptyFiltered')} icon="filter" action={<LinkButton weight="quiet" href="/cases">{t('cases.list.showAll')}</LinkButton>}>
        {t('cases.list.emptyFilteredText')}
      </Empty>
    )
  }
  const next = inside ? { href: '/referrals', label: t('shell.places.referrals') } : { href: '/interventions', label: t('shell.places.interventions') }
  return (
    <Empty title={t('cases.list.emptyTitle')} icon="case" action={<LinkButton weight="quiet" href={next.href}>{next.label}</LinkButton>}>
      {inside ? t('cases.list.emptyText') : t('cases.list.emptyPartner')}
    </Empty>
  )
}
