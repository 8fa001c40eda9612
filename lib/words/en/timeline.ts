import type { timeline as korean } from '../ko/timeline.ts'
import type { SameShape } from '../shape.ts'

export const timeline = {} satisfies SameShape<typeof korean>
