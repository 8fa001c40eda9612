import type { plans as korean } from '../ko/plans.ts'
import type { SameShape } from '../shape.ts'

export const plans = {} satisfies SameShape<typeof korean>
