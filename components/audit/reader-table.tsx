import { Table } from '#components/ui/table.tsx'
import { logAddress } from '#lib/audit/filters.ts'
import type { Reader } from '#lib/audit/queries.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** Whoever looked at many cases, or was refused: each leads to what she did in that month. */
export function ReaderTable({ readers, month, locale }: { readers: Reader[]; month: string; locale: Locale }) {
  const t = translator(locale)
  if (readers.length === 0) return <p className="muted">{t('audit.month.nobody')}</p>
  return (
    <Table
      caption={t('audit.month.readers')}
      rows={readers}
      keyOf={({ staffId }) => staffId}
      columns={[
        { head: t('people.access.who'), cell: ({ staffId, who }) => <a className="link" href={logAddress({ month, staff: staffId })}>{who}</a> },
        { head: t('today.keepers.agency'), cell: ({ agency }) => agency },
        { head: t('audit.month.cases'), cell: ({ cases }) => cases, end: true },
        { head: t('audit.month.looks'), cell: ({ looks }) => looks, end: true },
        { head: t('audit.month.refused'), cell: ({ refused }) => (refused > 0 ? <b>{refused}</b> : refused), end: true },
      ]}
    />
  )
}
