import { Disclosure } from './disclosure.tsx'
import { seriesClass, type Series } from './series.ts'

export type Point = { label: string; values: number[]; href?: string }

type ChartTableProps = { summary: string; caption: string; series: Series[]; points: Point[] }

/** The same numbers to read: every chart has them beside it, and every row leads to the list behind it. */
export function ChartTable({ summary, caption, series, points }: ChartTableProps) {
  return (
    <Disclosure summary={summary}>
      <table className="table">
        <caption className="only-heard">{caption}</caption>
        <thead>
          <tr>
            <td />
            {series.map(({ name }) => (
              <th key={name} scope="col" className="end">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map(({ label, values, href }) => (
            <tr key={label}>
              <th scope="row">{href ? <a className="link" href={href}>{label}</a> : label}</th>
              {series.map(({ name }, at) => (
                <td key={name} className="end">
                  {values[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  )
}

/** What the colours mean, when there is more than one. */
export function Legend({ series }: { series: Series[] }) {
  if (series.length < 2) return null
  return (
    <p className="legend" aria-hidden>
      {series.map((one, at) => (
        <span key={one.name} className={seriesClass(one, at)}>
          {one.name}
        </span>
      ))}
    </p>
  )
}
