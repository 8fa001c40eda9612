import { Badge } from '#components/ui/badge.tsx'
import type { CourseView } from '#lib/interventions/calendar.ts'
import { weeksOf } from '#lib/interventions/weeks.ts'
import { formatDay, isoDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { stateTones } from './looks.ts'
import { sayWeek } from './week-strip.tsx'

type CalendarProps = { courses: CourseView[]; span: { before: number; after: number }; now: Date; locale: Locale }

/** Who does what in which week: a line a piece of help, a column a week. */
export function Calendar({ courses, span, now, locale }: CalendarProps) {
  const t = translator(locale)
  const lines = courses.map((course) => ({ course, weeks: weeksOf(course, now, span) }))
  const heads = lines[0]?.weeks ?? []
  return (
    <div className="calendar-frame" tabIndex={0} role="region" aria-label={t('interventions.calendar.title')}>
      <table className="table calendar">
        <caption className="only-heard">{t('interventions.calendar.sub')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('interventions.calendar.support')}</th>
            {heads.map(({ from, now: current }) => (
              <th key={from.toISOString()} scope="col" title={formatDay(from, locale)} aria-current={current ? 'date' : undefined}>
                {current ? t('interventions.calendar.thisWeek') : monthDay(from)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ course, weeks }) => (
            <tr key={course.id}>
              <th scope="row">
                <a className="main" href={`/interventions/${course.id}`}>{course.service}</a>
                <br />
                <span className="muted small">{[course.agency, course.staff, course.frequency].filter(Boolean).join(' · ')}</span>{' '}
                <Badge tone={stateTones[course.state]}>{t(`interventions.state.${course.state}`)}</Badge>
              </th>
              {weeks.map((week) => (
                <td key={week.from.toISOString()}>
                  {week.state !== 'outside' && (
                    <span className={`week week-${week.state}${week.now ? ' week-now' : ''}`} title={sayWeek(week, locale, t)}>
                      <span aria-hidden>{week.held > 1 ? week.held : ''}</span>
                      <span className="only-heard">{sayWeek(week, locale, t)}</span>
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** 11/23: short enough for a column. */
const monthDay = (at: Date): string => isoDay(at).slice(5).split('-').map(Number).join('/')
