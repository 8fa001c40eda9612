import type { roster as korean } from '../ko/roster.ts'
import type { SameShape } from '../shape.ts'

export const roster = {} satisfies SameShape<typeof korean>
