import { Section } from '#components/shell/page-head.tsx'
import { Badge, DueBadge } from '#components/ui/badge.tsx'
import type { SupportView } from '#lib/cases/view.ts'
import { openStates, type InterventionState } from '#lib/interventions/intervention.ts'
import { dday } from '#lib/words/clock-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { stateTones } from './looks.ts'

type OpenSupportsProps = { supports: SupportView[]; now: Date; locale: Locale; calendarHref: string }

/** Who is at it already: so that nobody asks for the same twice. */
export function OpenSupports({ supports, now, locale, calendarHref }: OpenSupportsProps) {
  const t = translator(locale)
  const open = supports.flatMap((support) => (isOpenState(support.state) ? [{ ...support, state: support.state }] : []))
  return (
    <Section title={t('interventions.propose.open')} link={{ href: calendarHref, label: t('interventions.calendar.title') }}>
      {open.length === 0 && <p className="muted">{t('interventions.propose.noOpen')}</p>}
      <ul className="grid gap-1">
        {open.map(({ id, service, agency, state, dueAt }) => (
          <li key={id} className="offer-agency">
            <a className="link" href={`/interventions/${id}`}>{service}</a> <span className="muted">{agency}</span>
            <Badge tone={stateTones[state]}>{t(`interventions.state.${state}`)}</Badge>
            {dueAt && <DueBadge due={dday(dueAt, now, locale)} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const isOpenState = (state: string): state is InterventionState & (typeof openStates)[number] => (openStates as readonly string[]).includes(state)
