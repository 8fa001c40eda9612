import type { students as korean } from '../ko/students.ts'
import type { SameShape } from '../shape.ts'

export const students = {} satisfies SameShape<typeof korean>
