import type { Shape } from '#components/ui/icon-names.ts'
import type { Tone } from '#components/ui/tone.ts'
import type { Level } from '#lib/cases/level.ts'

/** How a crisis level looks: always with its word, its colour never alone. */
export const levelLooks: Record<Level, { tone: Tone; shape: Shape }> = {
  EMERGENCY: { tone: 'red', shape: 'octagon' },
  HIGH: { tone: 'orange', shape: 'triangle' },
  MODERATE: { tone: 'amber', shape: 'circle' },
  WATCH: { tone: 'blue', shape: 'diamond' },
}
