import { Badge } from '#components/ui/badge.tsx'
import { Table } from '#components/ui/table.tsx'
import type { Tone } from '#components/ui/tone.ts'
import type { ChangeState } from '#lib/people/access-change.ts'
import type { ChangeLine } from '#lib/people/changes.ts'
import { formatDate } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

export const changeTone: Record<ChangeState, Tone> = { ASKED: 'amber', GRANTED: 'teal', RETURNED: 'plain', WITHDRAWN: 'plain' }

/** What was asked for whom, by whom, and what became of it. */
export function ChangeTable({ caption, changes, locale }: { caption: string; changes: ChangeLine[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <Table
      caption={caption}
      rows={changes}
      keyOf={({ id }) => id}
      columns={[
        { head: t('colleagues.change.who'), cell: ({ id, who }) => <a className="link" href={`/people/changes/${id}`}>{who}</a> },
        { head: t('colleagues.change.what'), cell: ({ kind, agency, role, validUntil }) => <>{t(`colleagues.change.kind.${kind}`)} <span className="muted small">{kind === 'APPROVAL' && validUntil ? t('colleagues.until', { day: formatDate(new Date(validUntil.getTime() - 1), locale) }) : `${t(`access.role.${role}`)} · ${agency}`}</span></> },
        { head: t('colleagues.change.asker'), cell: ({ asker, askedAt }) => <>{asker} <span className="muted small">{formatDate(askedAt, locale)}</span></> },
        { head: t('colleagues.change.stateHead'), cell: ({ state }) => <Badge tone={changeTone[state]}>{t(`colleagues.change.state.${state}`)}</Badge> },
        { head: t('colleagues.change.decider'), cell: ({ decider, state }) => (state === 'GRANTED' || state === 'RETURNED' ? (decider ?? '—') : '—') },
      ]}
    />
  )
}
