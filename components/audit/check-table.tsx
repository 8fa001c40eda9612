import { Table } from '#components/ui/table.tsx'
import type { Check } from '#lib/audit/queries.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

export function CheckTable({ checks, locale }: { checks: Check[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <Table
      caption={t('audit.chain.before')}
      rows={checks}
      keyOf={({ id }) => id}
      columns={[
        { head: t('audit.chain.checkedAt'), cell: ({ id, at }) => <a className="link" href={`/audit/${id}`}>{formatDayTime(at, locale)}</a> },
        { head: t('people.access.outcome'), cell: ({ findings }) => (findings.length === 0 ? t('audit.chain.stands') : <b>{t('audit.chain.broken', { count: findings.length })}</b>) },
        { head: t('audit.chain.entries'), cell: ({ entries }) => entries.toLocaleString('en'), end: true },
        { head: t('audit.chain.took'), cell: ({ tookMs }) => t('audit.chain.seconds', { seconds: Math.max(1, Math.round(tookMs / 1000)) }), end: true },
      ]}
    />
  )
}
