import { BarList } from '#components/ui/bar-list.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { weeksShown, type SupportFigures } from '#lib/dashboard/dashboard.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { Panel } from './panel.tsx'

/** What an agency was asked for and gives. */
export function SupportPanels({ figures, locale }: { figures: SupportFigures; locale: Locale }) {
  const t = translator(locale)
  const { byState, byPerson, byService, answered, declined, ended } = figures
  return (
    <>
      <Panel title={t('dashboard.support.byState')}>
        <BarList
          caption={t('dashboard.support.byState')}
          bars={byState.map(({ state, count }) => ({ label: t(`dashboard.support.state.${state}`), value: count, href: `/interventions?state=${state}` }))}
        />
      </Panel>
      <Panel title={t('dashboard.support.byPerson')}>
        <BarList
          caption={t('dashboard.support.byPerson')}
          bars={byPerson.map(({ id, name, open }) => ({ label: name ?? t('dashboard.support.nobody'), value: open, href: id ? `/interventions?staff=${id}` : '/interventions' }))}
        />
      </Panel>
      <Panel title={t('dashboard.support.byService')}>
        <BarList caption={t('dashboard.support.byService')} bars={byService.slice(0, 12).map(({ name, open }) => ({ label: name, value: open }))} />
      </Panel>
      <Panel title={t('dashboard.support.past', { weeks: weeksShown })}>
        <Facts
          items={[
            { label: t('dashboard.support.answered'), value: answered },
            { label: t('dashboard.support.declined'), value: declined },
            { label: t('dashboard.support.completed'), value: ended.completed },
            { label: t('dashboard.support.discontinued'), value: ended.discontinued },
          ]}
        />
      </Panel>
    </>
  )
}
