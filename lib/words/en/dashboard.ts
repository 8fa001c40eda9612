import type { dashboard as korean } from '../ko/dashboard.ts'
import type { SameShape } from '../shape.ts'

export const dashboard = {} satisfies SameShape<typeof korean>
