import type { agencies as korean } from '../ko/agencies.ts'
import type { SameShape } from '../shape.ts'

export const agencies = {} satisfies SameShape<typeof korean>
