import { BarList } from '#components/ui/bar-list.tsx'
import { ColumnChart } from '#components/ui/column-chart.tsx'
import { weeksShown, type ReferralFigures } from '#lib/dashboard/dashboard.ts'
import { isoDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { Panel } from './panel.tsx'

/** A chart tells five kinds apart: the four busiest schools, and the others together. */
const apart = 4

/** When referrals came and from where. */
export function ReferralPanel({ figures: { weeks, schools, answered }, locale }: { figures: ReferralFigures; locale: Locale }) {
  const t = translator(locale)
  const title = t('dashboard.referrals.title', { weeks: weeksShown })
  if (schools.length === 0) {
    return (
      <Panel title={title} whole>
        <p className="muted">{t('dashboard.referrals.none', { weeks: weeksShown })}</p>
      </Panel>
    )
  }
  const others = schools.slice(apart)
  const kinds = schools.length <= apart + 1 ? schools : [...schools.slice(0, apart), together(others, t('dashboard.referrals.others'))]
  return (
    <Panel title={title} note={t('dashboard.referrals.note')} whole>
      <div className="grid gap-x-14 gap-y-6 lg:grid-cols-[2fr_1fr]">
        {/* Twelve dates do not fit under the columns of a phone: every other one does. */}
        <div className="min-w-0 max-sm:[&_g:nth-of-type(even)>text]:hidden">
          <ColumnChart
            title={t('dashboard.referrals.weekly')}
            asTable={t('ui.chart.asTable')}
            series={kinds.map(({ name }) => ({ name }))}
            points={weeks.map((week, at) => ({ label: shortDay(week), values: kinds.map(({ counts }) => counts[at] ?? 0) }))}
          />
        </div>
        <BarList caption={title} bars={schools.slice(0, 12).map(({ id, name, total }) => ({ label: name, value: total, href: `/referrals?school=${id}` }))} />
      </div>
      <p className="muted small mt-3">{answered === 0 ? t('dashboard.referrals.noResponse') : t('dashboard.referrals.response', { answered })}</p>
    </Panel>
  )
}

function together(schools: ReferralFigures['schools'], name: string) {
  return { name, counts: Array.from({ length: weeksShown }, (_, week) => schools.reduce((sum, { counts }) => sum + (counts[week] ?? 0), 0)) }
}

/** 11/23: the Monday of the week, in numbers that every language reads. */
function shortDay(at: Date): string {
  const [, month, day] = isoDay(at).split('-')
  return `${Number(month)}/${Number(day)}`
}
