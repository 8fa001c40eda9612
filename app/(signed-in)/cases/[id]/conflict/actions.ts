'use server'

import { formAction } from '#lib/access/form.ts'
import { DeclareConflict } from '#lib/conflicts/conflict.ts'
import { declareConflict } from '#lib/conflicts/declare-conflict.ts'

export const declareConflictAction = formAction(DeclareConflict, declareConflict)
