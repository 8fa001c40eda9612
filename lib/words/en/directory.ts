import type { directory as korean } from '../ko/directory.ts'
import type { SameShape } from '../shape.ts'

export const directory = {} satisfies SameShape<typeof korean>
