import { lineRadial, curveLinearClosed } from 'd3-shape'
import { ChartTable, Legend, type Point } from './chart-table.tsx'
import { seriesClass, type Series } from './series.ts'

const size = 300
const radius = 92

type RadarProps = {
  title: string
  /** What is laid over each other, such as "first" and "now": up to five. */
  series: Series[]
  /** One spoke each, with a value per series from 0 to `most`. */
  points: Point[]
  most: number
  asTable: string
}

/** A few areas of life at a glance; for comparing one child with herself, never with another. */
export function Radar({ title, series, points, most, asTable }: RadarProps) {
  const turn = (at: number) => (at / points.length) * 2 * Math.PI
  const place = (at: number, out: number) => ({ x: Math.sin(turn(at)) * out, y: -Math.cos(turn(at)) * out })
  const outline = lineRadial<number>()
    .angle((_, at) => turn(at))
    .radius((value) => (value / most) * radius)
    .curve(curveLinearClosed)
  const ring = (value: (at: number) => number) => outline(points.map((_, at) => value(at))) ?? ''

  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <Legend series={series} />
      <svg className="plot radar" viewBox={`${-size / 2} ${-size / 2 + 20} ${size} ${size - 40}`} width={size} aria-hidden>
        {Array.from({ length: most }, (_, step) => (
          <path key={step} className="grid" fill="none" d={ring(() => step + 1)} />
        ))}
        {points.map(({ label }, at) => {
          const { x, y } = place(at, radius + 16)
          return (
            <text key={label} x={x} y={y + 4} textAnchor={Math.abs(x) < 12 ? 'middle' : x > 0 ? 'start' : 'end'}>
              {label}
            </text>
          )
        })}
        {series.map((one, which) => (
          <g key={one.name} className={seriesClass(one, which)}>
            <path className="area" d={ring((at) => points[at]?.values[which] ?? 0)} />
          </g>
        ))}
      </svg>
      <ChartTable summary={asTable} caption={title} series={series} points={points} />
    </figure>
  )
}
