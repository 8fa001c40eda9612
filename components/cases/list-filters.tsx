import { FilterLinks } from '#components/ui/links.tsx'
import { listAddress, type ListFilters } from '#lib/cases/list-filters.ts'
import type { CaseRow } from '#lib/cases/view.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'

type CaseFiltersProps = {
  filters: ListFilters
  /** The first row, which knows the names of what a link from elsewhere asked for. */
  first: CaseRow | undefined
  /** For those who look after several schools. */
  schools: { id: string; name: string }[]
  locale: Locale
}

/** The six ways people ask for their cases, then what a figure elsewhere asked for, to be put off again. */
export function CaseFilters({ filters, first, schools, locale }: CaseFiltersProps) {
  const t = translator(locale)
  const { show, due, seen, school } = filters
  const rest = { ...filters, show: undefined, due: undefined, seen: undefined, after: undefined }
  const asked = asksFor(filters, first, schools, t)
  return (
    <div className="case-filters">
      <FilterLinks
        label={t('cases.list.filter.label')}
        items={[
          { label: t('cases.list.filter.all'), href: listAddress(rest), current: !show && !due && !seen },
          { label: t('cases.list.filter.mine'), href: listAddress({ ...rest, show: 'mine' }), current: show === 'mine' },
          { label: t('cases.list.filter.waiting'), href: listAddress({ ...rest, show: 'waiting' }), current: show === 'waiting' },
          { label: t('cases.list.filter.overdue'), href: listAddress({ ...rest, due: 'overdue' }), current: due !== undefined },
          { label: t('cases.list.filter.unseen'), href: listAddress({ ...rest, seen: 'late' }), current: seen !== undefined },
          { label: t('cases.list.filter.closed'), href: listAddress({ ...rest, show: 'closed', stage: undefined }), current: show === 'closed' },
        ]}
      />
      {asked.length > 0 && <FilterLinks label={t('cases.list.filter.asked')} items={asked} />}
      {schools.length > 1 && <SchoolChoice filters={filters} school={school} schools={schools} t={t} />}
    </div>
  )
}

/** Each links to the list without it. */
function asksFor(filters: ListFilters, first: CaseRow | undefined, schools: CaseFiltersProps['schools'], t: Words) {
  const { level, stage, agency, school, lead } = filters
  const without = (name: keyof ListFilters) => listAddress({ ...filters, after: undefined, [name]: undefined })
  const asked = [
    level && { label: t(`cases.level.${level}`), href: without('level') },
    stage && { label: t(`cases.stage.${stage}`), href: without('stage') },
    agency && { label: first?.leadAgency ?? t('cases.list.filter.agency'), href: without('agency') },
    school && schools.length < 2 && { label: first?.school ?? t('cases.list.filter.school'), href: without('school') },
    lead && { label: first?.lead ?? t('cases.list.columns.lead'), href: without('lead') },
  ]
  return asked.flatMap((link) => (link ? [{ label: `${link.label} ✕`, href: link.href, current: true }] : []))
}

/** A plain form: its button works without script. */
function SchoolChoice({ filters, school, schools, t }: { filters: ListFilters; school: string | undefined; schools: CaseFiltersProps['schools']; t: Words }) {
  const kept = Object.entries(filters).flatMap(([name, value]) => (name !== 'school' && typeof value === 'string' ? [{ name, value }] : []))
  return (
    <form className="case-school" action="/cases">
      {kept.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <select name="school" className="input" aria-label={t('cases.list.filter.school')} defaultValue={school ?? ''}>
        <option value="">{t('cases.list.filter.everySchool')}</option>
        {schools.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button className="btn btn-quiet">{t('cases.list.filter.apply')}</button>
    </form>
  )
}
