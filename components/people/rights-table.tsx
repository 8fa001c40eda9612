import { Badge } from '#components/ui/badge.tsx'
import { Table } from '#components/ui/table.tsx'
import { roles, type Role } from '#lib/core/actor.ts'
import type { RightLine } from '#lib/people/rights.ts'
import { formatDate, formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type RightsTableProps = { caption: string; lines: RightLine[]; past: (line: RightLine) => boolean; locale: Locale }

/** What changed, from what to what, asked and decided by whom. */
export function RightsTable({ caption, lines, past, locale }: RightsTableProps) {
  const t = translator(locale)
  return (
    <Table
      caption={caption}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        { head: t('colleagues.log.who'), cell: ({ staffId, who, agency }) => <><a className="link" href={`/people/${staffId}`}>{who}</a> <span className="muted small">{agency}</span></> },
        { head: t('colleagues.log.what'), cell: (line) => <>{t(`colleagues.log.whatKind.${line.what}`)} <span className="muted small">{detail(line, locale)}</span></> },
        { head: t('colleagues.log.when'), cell: ({ at }) => formatDayTime(at, locale) },
        { head: t('colleagues.log.asked'), cell: ({ asker, changeId }) => (changeId ? <a className="link" href={`/people/changes/${changeId}`}>{asker ?? '—'}</a> : '—') },
        { head: t('colleagues.log.decided'), cell: (line) => (past(line) ? <Badge tone="red">{t('colleagues.log.past')}</Badge> : (line.decider ?? t('colleagues.log.byService'))) },
      ]}
    />
  )
}

function detail({ what, before, after }: RightLine, locale: Locale): string {
  const t = translator(locale)
  const said = (text: string | null) => {
    if (text === null) return ''
    const role = roles.find((one): one is Role => one === text)
    if (role) return t(`access.role.${role}`)
    if (what === 'SUSPENDED' && (text === 'SUSPENDED' || text === 'LEAVING' || text === 'DORMANT')) return t(`colleagues.log.whySuspended.${text}`)
    if (what === 'RETURNED') return ''
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDate(new Date(`${text}T00:00:00+09:00`), locale) : text
  }
  return [said(before), said(after)].filter(Boolean).join(' → ')
}
