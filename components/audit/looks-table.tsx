import { Table } from '#components/ui/table.tsx'
import type { Look } from '#lib/audit/queries.ts'
import { formatDay, formatTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

export function LooksTable({ looks, locale }: { looks: Look[]; locale: Locale }) {
  const t = translator(locale)
  if (looks.length === 0) return <p className="muted">{t('audit.looks.empty')}</p>
  return (
    <Table
      caption={t('audit.looks.title')}
      rows={looks}
      keyOf={({ day, staffId }) => `${day} ${staffId}`}
      columns={[
        { head: t('people.access.who'), cell: ({ who }) => <b>{who}</b> },
        { head: t('today.keepers.agency'), cell: ({ agency }) => agency },
        { head: t('audit.looks.day'), cell: ({ day }) => formatDay(new Date(`${day}T00:00:00+09:00`), locale) },
        { head: t('audit.looks.last'), cell: ({ last }) => <time dateTime={last.toISOString()}>{formatTime(last)}</time> },
        { head: t('audit.looks.times'), cell: ({ looks: times }) => times, end: true },
        { head: t('audit.looks.refused'), cell: ({ refused }) => (refused > 0 ? <b>{refused}</b> : '') },
      ]}
    />
  )
}
