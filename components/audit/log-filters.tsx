import { FilterLinks } from '#components/ui/links.tsx'
import { kinds, logAddress, type LogFilters } from '#lib/audit/filters.ts'
import type { LogLine } from '#lib/audit/queries.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type LogFilterLinksProps = {
  filters: LogFilters
  /** The first row, which knows the names of whom and what was asked for. */
  first: LogLine | undefined
  /** This month, as 2026-11. */
  present: string
  locale: Locale
}

/** What kind of deed, then what was narrowed down to, to be put off again; and which month. */
export function LogFilterLinks({ filters, first, present, locale }: LogFilterLinksProps) {
  const t = translator(locale)
  const rest = { ...filters, after: undefined }
  const { kind, staff, case: caseId, month } = filters
  const asked = [
    staff && { label: first?.who ?? t('people.access.who'), href: logAddress({ ...rest, staff: undefined }) },
    caseId && { label: first?.caseNumber ?? t('people.access.subject'), href: logAddress({ ...rest, case: undefined }) },
    month && { label: month, href: logAddress({ ...rest, month: undefined }) },
  ].flatMap((link) => (link ? [{ label: `${link.label} ✕`, href: link.href, current: true }] : []))
  const kept = Object.entries({ kind, staff, case: caseId }).flatMap(([name, value]) => (value ? [{ name, value }] : []))
  return (
    <div className="case-filters">
      <FilterLinks
        label={t('audit.log.kindLabel')}
        items={[
          { label: t('audit.log.kind.all'), href: logAddress({ ...rest, kind: undefined }), current: !kind },
          ...kinds.map((one) => ({ label: t(`audit.log.kind.${one}`), href: logAddress({ ...rest, kind: one }), current: kind === one })),
        ]}
      />
      {asked.length > 0 && <FilterLinks label={t('cases.list.filter.asked')} items={asked} />}
      <form className="case-school" action="/audit">
        {kept.map(({ name, value }) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="month" name="month" className="input" aria-label={t('audit.log.month')} defaultValue={month ?? present} max={present} />
        <button className="btn btn-quiet">{t('cases.list.filter.apply')}</button>
      </form>
    </div>
  )
}
