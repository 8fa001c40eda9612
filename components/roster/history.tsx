import { Table } from '#components/ui/table.tsx'
import { changesOf, type Progress } from '#lib/roster/progress.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'
import { ImportBadge } from './import-badge.tsx'
import { sayFailure } from './say-failure.ts'

interface Import {
  id: string
  state: 'UPLOADING' | 'READING' | 'APPLYING' | 'DONE' | 'FAILED'
  progress: Progress
  failure: string | null
  startedAt: Date
  by: string
}

/** Every import of the office, newest first. */
export function ImportHistory({ imports, locale }: { imports: Import[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <Table
      caption={t('roster.history.title')}
      rows={imports}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t('roster.history.when'),
          cell: ({ id, startedAt }) => (
            <a className="main" href={`/roster/${id}`}>
              {formatDayTime(startedAt, locale)}
            </a>
          ),
        },
        { head: t('roster.history.who'), cell: ({ by }) => by },
        { head: t('roster.history.state'), cell: ({ state }) => <ImportBadge state={state} t={t} /> },
        { head: t('roster.history.result'), cell: (one) => sayResult(one, t) },
      ]}
    />
  )
}

function sayResult({ state, progress, failure }: Import, t: Words): string {
  if (state === 'FAILED') return sayFailure(failure, t)
  if (state !== 'DONE') return ''
  const changes = changesOf(progress)
  const said = changes === 0 ? t('roster.history.nothing') : t('roster.history.changed', { count: changes })
  return progress.rejected === 0 ? said : `${said} · ${t('roster.history.rejected', { count: progress.rejected })}`
}
