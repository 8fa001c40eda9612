import { levelLooks } from '#components/today/levels.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Radar } from '#components/ui/radar.tsx'
import type { LevelRow } from '#lib/cases/level-history.ts'
import { ratedDomains, type Level } from '#lib/cases/level.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator, type Words } from '#lib/words/translate.ts'

/** Every decision so far, the newest first: they are the way of the case. */
export function LevelHistory({ rows, locale }: { rows: LevelRow[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <ol className="level-history">
      {rows.map(({ id, at, decided, proposed, reason, by, second }) => (
        <li key={id}>
          <LevelBadge level={decided} t={t} />{' '}
          {proposed !== decided && <span className="muted small">{t('cases.levelPage.otherwise', { level: t(`cases.level.${proposed}`) })}</span>}
          {reason && <p lang={tongueOf(reason, locale)}>{reason}</p>}
          <p className="label">
            <time dateTime={at.toISOString()}>{formatDayTime(at, locale)}</time> · {by}
            {second && ` · ${t('cases.levelPage.agreed', { name: second })}`}
          </p>
        </li>
      ))}
    </ol>
  )
}

export function LevelBadge({ level, t }: { level: Level; t: Words }) {
  const { tone, shape } = levelLooks[level]
  return <Badge tone={tone} shape={shape}>{t(`cases.level.${level}`)}</Badge>
}

/** The domains at the first decision and at the last; only the ones rated in either, and only when they make a figure. */
export function LevelRadar({ rows, locale }: { rows: LevelRow[]; locale: Locale }) {
  const t = translator(locale)
  const [now] = rows
  const first = rows.at(-1)
  if (!now || !first) return null
  const rated = ratedDomains.filter((domain) => (now.ratings[domain] ?? 0) > 0 || (first.ratings[domain] ?? 0) > 0)
  if (rated.length < 3) return null
  const sets = now === first ? [now] : [first, now]
  return (
    <Radar
      title={t('cases.levelPage.radar')}
      series={sets.map((row) => ({ name: row === now ? t('cases.levelPage.latest') : t('cases.levelPage.first') }))}
      points={rated.map((domain) => ({ label: t(`timeline.domain.${domain}`), values: sets.map(({ ratings }) => ratings[domain] ?? 0) }))}
      most={3}
      asTable={t('ui.chart.asTable')}
    />
  )
}
