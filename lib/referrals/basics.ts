import { z } from 'zod'
import { Many } from '#lib/core/input.ts'

/** 학생 기본사항 of form F1, 1:1. */
export const welfare = ['BASIC_LIVELIHOOD', 'SINGLE_PARENT_LAW', 'NEAR_POOR', 'LOW_INCOME'] as const
export const family = ['PARENTS', 'SINGLE_PARENT', 'GRANDPARENTS', 'CHILD_HEADED', 'RELATIVES', 'FACILITY', 'YOUNG_CARER', 'FAMILY_OTHER'] as const
export const status = ['MULTICULTURAL', 'SPECIAL_EDUCATION', 'NORTH_KOREAN', 'REFUGEE', 'STATUS_OTHER'] as const

export const basicFields = { welfare: Many(z.enum(welfare)), family: Many(z.enum(family)), status: Many(z.enum(status)) }

const Basics = z.object(basicFields)
export type Basics = z.output<typeof Basics>

/** What was kept, read leniently: a code that is no longer known is left out. */
export function readBasics(kept: unknown): Basics {
  const read = Basics.safeParse(kept)
  return read.success ? read.data : { welfare: [], family: [], status: [] }
}
