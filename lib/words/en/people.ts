import type { people as korean } from '../ko/people.ts'
import type { SameShape } from '../shape.ts'

export const people = {} satisfies SameShape<typeof korean>
