import { weekStates, type Week } from '#lib/interventions/weeks.ts'
import { formatDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'

/** One cell a week; each says in words what it shows. */
export function WeekStrip({ weeks, locale }: { weeks: Week[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <ol className="weeks" aria-label={t('interventions.page.weeks')}>
      {weeks.filter(({ state }) => state !== 'outside').map((week) => (
        <li key={week.from.toISOString()} className={`week week-${week.state}${week.now ? ' week-now' : ''}`} title={sayWeek(week, locale, t)}>
          <span aria-hidden>{week.held > 1 ? week.held : ''}</span>
          <span className="only-heard">{sayWeek(week, locale, t)}</span>
        </li>
      ))}
    </ol>
  )
}

export function sayWeek({ state, held, from }: Week, locale: Locale, t: Words): string {
  const week = formatDay(from, locale)
  switch (state) {
    case 'held':
      return t('interventions.page.weekHeld', { week, count: held })
    case 'missed':
      return t('interventions.page.weekMissed', { week })
    case 'next':
      return t('interventions.page.weekNext', { week })
    case 'planned':
      return t('interventions.page.weekPlanned', { week })
    case 'empty':
      return t('interventions.page.weekEmpty', { week })
    case 'outside':
      return ''
  }
}

/** What the cells mean. */
export function WeekLegend({ locale }: { locale: Locale }) {
  const t = translator(locale)
  return (
    <p className="weeks-legend" aria-hidden>
      {weekStates.map((state) => state !== 'outside' && (
        <span key={state}>
          <i className={`week week-${state}`} /> {t(`interventions.page.legend.${state}`)}
        </span>
      ))}
    </p>
  )
}
