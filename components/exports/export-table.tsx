import { Badge } from '#components/ui/badge.tsx'
import { Table } from '#components/ui/table.tsx'
import type { Tone } from '#components/ui/tone.ts'
import type { ExportLine } from '#lib/exports/queries.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator } from '#lib/words/translate.ts'

const tones = { ASKED: 'amber', AGREED: 'blue', REFUSED: 'red', READY: 'teal', EXPIRED: 'plain' } as const satisfies Record<string, Tone>

export function ExportTable({ exports, caption, now, locale }: { exports: ExportLine[]; caption: string; now: Date; locale: Locale }) {
  const t = translator(locale)
  return (
    <Table
      caption={caption}
      rows={exports}
      keyOf={({ id }) => id}
      columns={[
        { head: t('exports.columns.number'), cell: ({ id, number, at }) => <><a className="link" href={`/exports/${id}`}>{number}</a><br /><span className="muted small">{formatDayTime(at, locale)}</span></> },
        { head: t('exports.columns.by'), cell: ({ by, agency }) => <>{by} <span className="muted">{agency}</span></> },
        { head: t('exports.columns.rows'), cell: ({ what, rows, format }) => `${t(what === 'AUDIT' ? 'exports.lines' : 'exports.count', { count: rows })} · ${format}` },
        { head: t('exports.columns.reason'), cell: ({ reason }) => <span lang={tongueOf(reason, locale)}>{reason}</span> },
        { head: t('exports.columns.state'), cell: (line) => <ExportBadge line={line} now={now} locale={locale} /> },
        { head: t('exports.columns.downloads'), end: true, cell: ({ downloads }) => (downloads > 0 ? t('exports.times', { count: downloads }) : '—') },
      ]}
    />
  )
}

export function ExportBadge({ line: { state, expiresAt }, now, locale }: { line: Pick<ExportLine, 'state' | 'expiresAt'>; now: Date; locale: Locale }) {
  const shown = state === 'READY' && expiresAt && expiresAt <= now ? 'EXPIRED' : state
  return <Badge tone={tones[shown]}>{translator(locale)(`exports.state.${shown}`)}</Badge>
}
