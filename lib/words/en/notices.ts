import type { notices as korean } from '../ko/notices.ts'
import type { SameShape } from '../shape.ts'

export const notices = {} satisfies SameShape<typeof korean>
