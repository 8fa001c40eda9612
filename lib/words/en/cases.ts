import type { cases as korean } from '../ko/cases.ts'
import type { SameShape } from '../shape.ts'

export const cases = {} satisfies SameShape<typeof korean>
