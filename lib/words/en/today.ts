import type { today as korean } from '../ko/today.ts'
import type { SameShape } from '../shape.ts'

export const today = {} satisfies SameShape<typeof korean>
