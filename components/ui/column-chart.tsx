import { scaleBand, scaleLinear } from 'd3-scale'
import { ChartTable, Legend, type Point } from './chart-table.tsx'
import { Grid } from './grid.tsx'
import { seriesClass, type Series } from './series.ts'

const height = 180

type ColumnChartProps = {
  title: string
  /** Up to five kinds, stacked from the ground in this order. */
  series: Series[]
  points: Point[]
  /** The word that opens the numbers: t('ui.chart.asTable'). */
  asTable: string
}

/** How many, over time. Widths are shares of the page, heights are pixels: letters keep their size on a phone. */
export function ColumnChart({ title, series, points, asTable }: ColumnChartProps) {
  const across = scaleBand(points.map(({ label }) => label), [0, 100]).padding(0.28)
  const most = Math.max(1, ...points.map(({ values }) => values.reduce((sum, value) => sum + value, 0)))
  const up = scaleLinear([0, most], [height, 0]).nice(4)

  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <Legend series={series} />
      <svg className="plot" height={height + 44} aria-hidden>
        <Grid up={up} />
        {points.map(({ label, values, href }) => {
          const column = <Column x={across(label) ?? 0} width={across.bandwidth()} values={values} series={series} up={up} />
          return (
            <g key={label}>
              {href ? (
                <a href={href} tabIndex={-1}>
                  {column}
                </a>
              ) : (
                column
              )}
              <text x={`${(across(label) ?? 0) + across.bandwidth() / 2}%`} y={height + 40} textAnchor="middle">
                {label}
              </text>
            </g>
          )
        })}
      </svg>
      <ChartTable summary={asTable} caption={title} series={series} points={points} />
    </figure>
  )
}

type ColumnProps = { x: number; width: number; values: number[]; series: Series[]; up: (value: number) => number }

function Column({ x, width, values, series, up }: ColumnProps) {
  let ground = 0
  return series.map((one, at) => {
    const from = ground
    const value = values[at] ?? 0
    ground += value
    // A hairline of paper between two kinds keeps them apart without their colours.
    const tall = Math.max(0, up(from) - up(ground) - (at > 0 ? 1.5 : 0))
    return <rect key={one.name} className={`column ${seriesClass(one, at)}`} x={`${x}%`} width={`${width}%`} y={up(ground) + 20} height={tall} rx={2} />
  })
}
