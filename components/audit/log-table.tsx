import { Table } from '#components/ui/table.tsx'
import { logAddress, type LogFilters } from '#lib/audit/filters.ts'
import type { LogLine } from '#lib/audit/queries.ts'
import { sayAction } from '#lib/audit/say-action.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** Who did what, when and from where. A name or a number leads to all that is kept of that person or case. */
export function LogTable({ lines, filters, locale }: { lines: LogLine[]; filters: LogFilters; locale: Locale }) {
  const t = translator(locale)
  if (lines.length === 0) return <p className="muted">{t('audit.log.empty')}</p>
  const only = (more: LogFilters) => logAddress({ ...filters, after: undefined, ...more })
  return (
    <Table
      caption={t('audit.log.note')}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        { head: t('people.access.at'), cell: ({ at }) => <time dateTime={at.toISOString()}>{formatDayTime(at, locale)}</time> },
        { head: t('people.access.who'), cell: ({ staffId, who, agency }) => (staffId ? <><a className="link" href={only({ staff: staffId })}>{who}</a> <span className="muted">{agency}</span></> : <span className="muted">{t('audit.log.itself')}</span>) },
        { head: t('people.access.what'), cell: ({ id, action }) => <>{sayAction(action, locale)}{action.endsWith('.printed') && <span className="muted small"> {id.slice(-8).toUpperCase()}</span>}</> },
        { head: t('people.access.subject'), cell: ({ caseId, caseNumber }) => caseId && <a className="link" href={only({ case: caseId })}>{caseNumber ?? t('audit.log.noSuchCase')}</a> },
        { head: t('people.access.outcome'), cell: ({ refused }) => (refused ? <b>{t('people.access.refused')}</b> : t('people.access.done')) },
        { head: t('audit.log.address'), cell: ({ address }) => address ?? '—' },
      ]}
    />
  )
}
