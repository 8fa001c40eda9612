'use server'

import { formAction } from '#lib/access/form.ts'
import { DeclareConflict, EndSide, SetSide } from '#lib/conflicts/conflict.ts'
import { declareConflict } from '#lib/conflicts/declare-conflict.ts'
import { endSide, setSide } from '#lib/conflicts/sides.ts'

export const declareConflictAction = formAction(DeclareConflict, declareConflict)
export const setSideAction = formAction(SetSide, setSide)
export const endSideAction = formAction(EndSide, endSide)
