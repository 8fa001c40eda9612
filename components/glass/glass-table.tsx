import { Badge } from '#components/ui/badge.tsx'
import { Table } from '#components/ui/table.tsx'
import type { Glass } from '#lib/glass/queries.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'

export function GlassTable({ glasses, now, locale }: { glasses: Glass[]; now: Date; locale: Locale }) {
  const t = translator(locale)
  return (
    <Table
      caption={t('glass.list.title')}
      rows={glasses}
      keyOf={({ id }) => id}
      columns={[
        { head: t('glass.list.opened'), cell: ({ id, openedAt }) => <a className="link" href={`/glass/${id}`}>{formatDayTime(openedAt, locale)}</a> },
        { head: t('glass.list.who'), cell: ({ who, agency }) => <>{who} <span className="muted">{agency}</span></> },
        { head: t('glass.list.why'), cell: ({ code }) => t(`glass.code.${code}`) },
        { head: t('glass.list.case'), cell: ({ caseNumber }) => caseNumber },
        { head: t('glass.list.state'), cell: (glass) => <State glass={glass} now={now} locale={locale} t={t} /> },
      ]}
    />
  )
}

function State({ glass: { outcome, reviewDueAt }, now, locale, t }: { glass: Glass; now: Date; locale: Locale; t: Words }) {
  if (outcome) return <Badge tone={outcome === 'JUSTIFIED' ? 'teal' : 'red'}>{t(`glass.outcome.${outcome}`)}</Badge>
  return reviewDueAt < now ? <Badge tone="red">{t('glass.list.late')}</Badge> : <Badge tone="amber">{t('glass.list.due', { day: formatDayTime(reviewDueAt, locale) })}</Badge>
}
