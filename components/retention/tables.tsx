import { Badge } from '#components/ui/badge.tsx'
import { Table } from '#components/ui/table.tsx'
import type { DestructionLine, RetainedCase } from '#lib/retention/queries.ts'
import { formatDate, formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { sayRule } from './say-rule.ts'

/** Numbers of cases, when their time is over and by which rule. */
export function DueTable({ cases, today, locale }: { cases: RetainedCase[]; today: string; locale: Locale }) {
  const t = translator(locale)
  return (
    <Table
      caption={t('retention.due')}
      rows={cases}
      keyOf={({ id }) => id}
      columns={[
        { head: t('retention.columns.number'), cell: ({ number }) => number },
        { head: t('retention.columns.closed'), cell: ({ closedAt }) => formatDate(closedAt, locale) },
        { head: t('retention.columns.until'), cell: ({ retainUntil }) => (retainUntil ? formatDate(new Date(retainUntil), locale) : t('retention.unknown')) },
        { head: t('retention.columns.rule'), cell: ({ rule }) => (rule ? sayRule(rule, locale) : '—') },
        { head: t('retention.columns.state'), cell: ({ hold, waiting, retainUntil }) =>
          hold ? <Badge tone="blue">{t('retention.held')}</Badge> : waiting ? <Badge tone="amber">{t('retention.waits')}</Badge> : retainUntil && retainUntil <= today ? <Badge tone="red">{t('retention.over')}</Badge> : '—' },
      ]}
    />
  )
}

const tones = { ASKED: 'amber', AGREED: 'blue', REFUSED: 'plain', DONE: 'teal' } as const

export function DestructionTable({ destructions, locale }: { destructions: DestructionLine[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <Table
      caption={t('retention.destructions')}
      rows={destructions}
      keyOf={({ id }) => id}
      columns={[
        { head: t('retention.columns.destruction'), cell: ({ id, number }) => <a className="link" href={`/retention/${id}`}>{number}</a> },
        { head: t('retention.columns.by'), cell: ({ by, at }) => <>{by} <span className="muted small">{formatDayTime(at, locale)}</span></> },
        { head: t('retention.columns.cases'), end: true, cell: ({ cases }) => t('retention.count', { count: cases }) },
        { head: t('retention.columns.state'), cell: ({ state }) => <Badge tone={tones[state]}>{t(`retention.state.${state}`)}</Badge> },
        { head: t('retention.columns.decided'), cell: ({ decidedBy }) => decidedBy ?? '—' },
      ]}
    />
  )
}
