import type { referrals as korean } from '../ko/referrals.ts'
import type { SameShape } from '../shape.ts'

export const referrals = {} satisfies SameShape<typeof korean>
