import { Badge } from '#components/ui/badge.tsx'
import { Table } from '#components/ui/table.tsx'
import type { RecoveryLine } from '#lib/people/recovery-queries.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

export function RecoveryTable({ lines, locale }: { lines: RecoveryLine[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <Table
      caption={t('recovery.title')}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        { head: t('recovery.who'), cell: ({ id, who, agency }) => <><a className="link" href={`/recoveries/${id}`}>{who}</a> <span className="muted">{agency}</span></> },
        { head: t('recovery.askedBy'), cell: ({ askedBy }) => askedBy },
        { head: t('recovery.askedAt'), cell: ({ askedAt }) => formatDayTime(askedAt, locale) },
        { head: t('recovery.state'), cell: ({ answer }) => <Badge tone={answer === null ? 'amber' : 'plain'}>{t(answer === null ? 'recovery.waiting' : answer === 'AGREED' ? 'recovery.AGREED' : 'recovery.REFUSED')}</Badge> },
      ]}
    />
  )
}
