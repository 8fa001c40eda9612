import { Badge } from '#components/ui/badge.tsx'
import { Table } from '#components/ui/table.tsx'
import type { ConflictLine } from '#lib/conflicts/queries.ts'
import { formatDate } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

export function ConflictTable({ conflicts, locale }: { conflicts: ConflictLine[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <Table
      caption={t('conflicts.title')}
      rows={conflicts}
      keyOf={({ id }) => id}
      columns={[
        { head: t('conflicts.who'), cell: ({ id, who, agency }) => <><a className="link" href={`/conflicts/${id}`}>{who}</a> <span className="muted">{agency}</span></> },
        { head: t('conflicts.child'), cell: ({ child }) => child ?? t('conflicts.unknownChild') },
        { head: t('conflicts.how'), cell: ({ how }) => t(`conflicts.howTo.${how}`) },
        { head: t('conflicts.since'), cell: ({ declaredAt }) => formatDate(declaredAt, locale) },
        { head: t('conflicts.state'), cell: ({ endAskedById }) => <Badge tone={endAskedById ? 'amber' : 'red'}>{t(endAskedById ? 'conflicts.asked' : 'conflicts.stands')}</Badge> },
      ]}
    />
  )
}
