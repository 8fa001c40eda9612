import type { Tone } from './tone.ts'

/** What is drawn side by side in a chart. Without a tone of its own each gets the next colour in turn. */
export type Series = { name: string; tone?: Tone }

export function seriesClass({ tone }: Series, at: number): string {
  return tone ? `tone-${tone}` : `s${at % 5}`
}
