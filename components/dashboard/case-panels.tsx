import { levelLooks } from '#components/today/levels.ts'
import { BarList } from '#components/ui/bar-list.tsx'
import { levels } from '#lib/cases/level.ts'
import { openStages, type CaseFigures, type NamedTally } from '#lib/dashboard/dashboard.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { Panel } from './panel.tsx'

type CasePanelsProps = { figures: CaseFigures; schools: boolean; locale: Locale }

/** How many names a chart takes before it stops being one. */
const most = 12

/** Open cases, once for each way of asking where they are; every bar leads to its list. */
export function CasePanels({ figures: { byLevel, byStage, byAgency, bySchool }, schools, locale }: CasePanelsProps) {
  const t = translator(locale)
  return (
    <>
      <Panel title={t('dashboard.byLevel')}>
        <BarList
          caption={t('dashboard.byLevel')}
          bars={levels.map((level) => ({ label: t(`cases.level.${level}`), value: byLevel[level], href: `/cases?level=${level}`, tone: levelLooks[level].tone }))}
        />
      </Panel>
      <Panel title={t('dashboard.byStage')}>
        <BarList
          caption={t('dashboard.byStage')}
          bars={openStages.map((stage) => ({ label: t(`cases.stage.${stage}`), value: byStage[stage], href: `/cases?stage=${stage}` }))}
        />
      </Panel>
      <Panel title={t('dashboard.byAgency')}>
        <BarList caption={t('dashboard.byAgency')} bars={barsOf(byAgency, 'agency')} />
      </Panel>
      {schools && (
        <Panel title={t('dashboard.bySchool')}>
          <BarList caption={t('dashboard.bySchool')} bars={barsOf(bySchool, 'school')} />
        </Panel>
      )}
    </>
  )
}

function barsOf(tallies: NamedTally[], filter: 'agency' | 'school') {
  return tallies.slice(0, most).map(({ id, name, open }) => ({ label: name, value: open, href: `/cases?${filter}=${id}` }))
}
