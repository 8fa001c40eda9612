import { scaleLinear } from 'd3-scale'
import type { Tone } from './tone.ts'

type Bar = { label: string; value: number; href?: string; tone?: Tone }

/** Amounts side by side, largest share first or in their own order; the number stands at the end of each. */
export function BarList({ caption, bars }: { caption: string; bars: Bar[] }) {
  const share = scaleLinear([0, Math.max(1, ...bars.map(({ value }) => value))], [0, 100])
  return (
    <table className="bars">
      <caption className="only-heard">{caption}</caption>
      <tbody>
        {bars.map(({ label, value, href, tone = 'teal' }) => (
          <tr key={label}>
            <th scope="row">{href ? <a href={href}>{label}</a> : label}</th>
            <td>
              <svg aria-hidden className={`tone-${tone}`}>
                <rect width={`${share(value)}%`} height="14" rx="3" />
              </svg>
            </td>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
