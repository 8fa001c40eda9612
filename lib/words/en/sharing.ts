import type { sharing as korean } from '../ko/sharing.ts'
import type { SameShape } from '../shape.ts'

export const sharing = {} satisfies SameShape<typeof korean>
