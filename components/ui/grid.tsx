import type { ScaleLinear } from 'd3-scale'

/** Three or four quiet lines with their numbers standing on them, so that no room is lost at the side. */
export function Grid({ up }: { up: ScaleLinear<number, number> }) {
  return up
    .ticks(4)
    .filter(Number.isInteger)
    .map((value) => (
      <g key={value}>
        <line className={value === 0 ? 'axis' : 'grid'} x1="0" x2="100%" y1={up(value) + 20} y2={up(value) + 20} />
        {value > 0 && (
          <text x="0" y={up(value) + 15}>
            {value}
          </text>
        )}
      </g>
    ))
}
