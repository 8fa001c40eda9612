import type { access as korean } from '../ko/access.ts'
import type { SameShape } from '../shape.ts'

export const access = {} satisfies SameShape<typeof korean>
