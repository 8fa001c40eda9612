import { line } from 'd3-shape'
import { scaleLinear, scalePoint } from 'd3-scale'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Table } from '#components/ui/table.tsx'
import { signed, steps } from '#lib/plans/goal.ts'
import type { GoalRatingView } from '#lib/plans/queries.ts'
import { formatDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator } from '#lib/words/translate.ts'

const height = 112
const top = 10

/** The way of a goal over its reviews: five lines for its five steps, 0 drawn stronger. The same in words below it. */
export function GoalLine({ ratings, locale }: { ratings: GoalRatingView[]; locale: Locale }) {
  const t = translator(locale)
  const across = scalePoint(ratings.map((_, at) => String(at)), [8, 96])
  const up = scaleLinear([-2, 2], [height, 0])
  const x = (at: number) => (ratings.length === 1 ? 52 : (across(String(at)) ?? 0))
  const way = line<GoalRatingView>((_, at) => x(at), ({ rating }) => up(rating))(ratings)
  return (
    <>
      {ratings.length > 1 && (
        <svg className="plot goal-line s0" height={height + top * 2} aria-hidden>
          {steps.map((step) => (
            <g key={step}>
              <line className={step === 0 ? 'axis' : 'grid'} x1="5%" x2="100%" y1={up(step) + top} y2={up(step) + top} />
              <text x="0" y={up(step) + top + 4}>{signed(step)}</text>
            </g>
          ))}
          <svg x="0" y={top} width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" overflow="visible">
            <path className="stroke" d={way ?? ''} vectorEffect="non-scaling-stroke" />
          </svg>
          {ratings.map(({ at, rating }, index) => (
            <circle key={at.toISOString()} className="dot" cx={`${x(index)}%`} cy={up(rating) + top} r="4" />
          ))}
        </svg>
      )}
      <Disclosure summary={t('plans.goal.history', { count: ratings.length })}>
        <Table
          caption={t('plans.goal.line')}
          rows={ratings.toReversed()}
          keyOf={({ at, rating }) => `${at.toISOString()} ${rating}`}
          columns={[
            { head: t('plans.goal.at'), cell: ({ at }) => formatDay(at, locale) },
            { head: t('plans.goal.rating'), cell: ({ rating }) => signed(rating), end: true },
            { head: t('plans.goal.remark'), cell: ({ remark }) => (remark ? <span lang={tongueOf(remark, locale)}>{remark}</span> : '—') },
            { head: t('plans.goal.by'), cell: ({ by }) => by },
          ]}
        />
      </Disclosure>
    </>
  )
}
