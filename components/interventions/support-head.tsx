import { levelLooks } from '#components/today/levels.ts'
import { Badge, DueBadge } from '#components/ui/badge.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { isOpen } from '#lib/interventions/intervention.ts'
import type { InterventionView } from '#lib/interventions/view.ts'
import { dday } from '#lib/words/clock-words.ts'
import { formatDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'
import { stateTones } from './looks.ts'

type SupportHeadProps = { view: InterventionView; meId: string; now: Date; locale: Locale }

/** In the same place as on every page about a child: how it stands, whose turn it is, by when. */
export function SupportHead({ view, meId, now, locale }: SupportHeadProps) {
  const t = translator(locale)
  const { state, dueAt, wakesOn, agency, staff, ofCase } = view
  return (
    <div className="support-head">
      <Facts
        items={[
          { label: t('interventions.page.state'), value: <Badge tone={stateTones[state]}>{t(`interventions.state.${state}`)}</Badge> },
          { label: t('interventions.page.turn'), value: turnOf(view, meId, t) },
          ...(dueAt ? [{ label: t('interventions.page.due'), value: <DueBadge due={dday(dueAt, now, locale)} /> }] : []),
          ...(wakesOn ? [{ label: t('interventions.page.wakes'), value: formatDay(new Date(wakesOn), locale) }] : []),
          { label: t(state === 'PROPOSED' || state === 'DECLINED' ? 'interventions.page.of' : 'interventions.page.in'), value: staff ? `${staff} · ${agency}` : agency },
          { label: t('interventions.page.by'), value: `${view.proposer} · ${view.proposerAgency}` },
          ...(ofCase ? [{ label: t('cases.list.columns.level'), value: <Badge {...levelLooks[ofCase.level]}>{t(`cases.level.${ofCase.level}`)}</Badge> }] : []),
        ]}
      />
    </div>
  )
}

function turnOf({ state, staffId, staff, agency }: InterventionView, meId: string, t: Words): string {
  if (!isOpen(state)) return t('interventions.page.nobody')
  if (state === 'PAUSED') return t('interventions.page.resting')
  if (staffId === meId) return t('people.me')
  return staff ?? t('interventions.page.queueOf', { agency })
}
