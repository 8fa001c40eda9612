import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { ChartTable, Legend, type Point } from './chart-table.tsx'
import { Grid } from './grid.tsx'
import { seriesClass, type Series } from './series.ts'

const height = 180

type LineChartProps = { title: string; series: Series[]; points: Point[]; asTable: string }

/** How something changes. Each line has its own dashes, so the colours may be lost. */
export function LineChart({ title, series, points, asTable }: LineChartProps) {
  const across = scalePoint(points.map(({ label }) => label), [4, 96])
  const most = Math.max(1, ...points.flatMap(({ values }) => values))
  const up = scaleLinear([0, most], [height, 0]).nice(4)
  const at = (label: string) => across(label) ?? 0

  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <Legend series={series} />
      <svg className="plot" height={height + 44} aria-hidden>
        <Grid up={up} />
        {series.map((one, which) => {
          const drawn = line<Point>((point) => at(point.label), (point) => up(point.values[which] ?? 0))(points)
          return (
            <g key={one.name} className={`line-${which} ${seriesClass(one, which)}`}>
              {/* The line stretches with the page, its dots and letters do not. */}
              <svg x="0" y="20" width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" overflow="visible">
                <path className="stroke" d={drawn ?? ''} vectorEffect="non-scaling-stroke" />
              </svg>
              {points.map((point) => (
                <circle key={point.label} className="dot" cx={`${at(point.label)}%`} cy={up(point.values[which] ?? 0) + 20} r="4" />
              ))}
            </g>
          )
        })}
        {points.map(({ label }) => (
          <text key={label} x={`${at(label)}%`} y={height + 40} textAnchor="middle">
            {label}
          </text>
        ))}
      </svg>
      <ChartTable summary={asTable} caption={title} series={series} points={points} />
    </figure>
  )
}
