import type { interventions as korean } from '../ko/interventions.ts'
import type { SameShape } from '../shape.ts'

export const interventions = {} satisfies SameShape<typeof korean>
