import { levels } from '#lib/cases/level.ts'
import type { RegionTable } from '#lib/dashboard/dashboard.ts'
import type { Locale } from '#lib/words/locale.ts'
import { formatNumber } from '#lib/words/numbers.ts'
import { translator, type Words } from '#lib/words/translate.ts'
import { Panel } from './panel.tsx'

/** Counts by office; what is too small to show is said to be withheld. */
export function RegionPanel({ table: { measure, parts, rows }, locale }: { table: RegionTable; locale: Locale }) {
  const t = translator(locale)
  const title = measure === 'LEVEL' ? t('dashboard.region.levelTitle') : t('dashboard.region.monthTitle')
  return (
    <Panel title={title} whole>
      <div className="overflow-x-auto" role="region" aria-label={title} tabIndex={0}>
        <table className="table min-w-[36rem]">
          <caption className="only-heard">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('dashboard.region.office')}</th>
              <th scope="col" className="end">{t('dashboard.region.sum')}</th>
              {parts.map((part) => (
                <th key={part} scope="col" className="end">{headOf(part, t)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ office, counts }) => (
              <tr key={office ?? ''}>
                <th scope="row">{office ?? t('dashboard.region.whole')}</th>
                {counts.map((count, at) => (
                  <td key={parts[at - 1] ?? 'sum'} className="end">
                    {count === null ? <span className="muted small">{t('dashboard.region.withheld')}</span> : `${formatNumber(count, locale)}+`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function headOf(part: string, t: Words): string {
  const level = levels.find((level) => level === part)
  return level ? t(`cases.level.${level}`) : part.replace('-', '. ')
}
