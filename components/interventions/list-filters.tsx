import { FilterLinks } from '#components/ui/links.tsx'
import { listQuery, scopesFor, shows, type ListFilters } from '#lib/interventions/filters.ts'
import type { Actor } from '#lib/core/actor.ts'
import { translator } from '#lib/words/translate.ts'

/** Whose support, and in which state: links that can be kept and sent. */
export function ListFilterLinks({ actor, filters }: { actor: Pick<Actor, 'role' | 'locale'>; filters: ListFilters }) {
  const t = translator(actor.locale)
  const { state, of, staff } = filters
  return (
    <div className="support-filters">
      <FilterLinks
        label={t('interventions.list.scope.label')}
        items={scopesFor(actor).map((scope) => ({ label: t(`interventions.list.scope.${scope}`), href: listQuery({ state, of: scope }), current: scope === of }))}
      />
      <FilterLinks
        label={t('interventions.list.filter.label')}
        items={shows.filter((show) => show !== 'ACCEPTED' || state === 'ACCEPTED').map((show) => ({ label: t(`interventions.list.filter.${show}`), href: listQuery({ state: show, of, staff }), current: show === state }))}
      />
      {staff && (
        <p className="muted small">
          {t('interventions.list.onlyStaff')} <a className="link" href={listQuery({ state, of })}>{t('interventions.list.everybody')}</a>
        </p>
      )}
    </div>
  )
}
