'use server'

import { formAction } from '#lib/access/form.ts'
import { askDestruction, decideDestruction } from '#lib/retention/destroy.ts'
import { liftHold, setHold } from '#lib/retention/hold-case.ts'
import { AskDestruction, DecideDestruction, LiftHold, SetHold } from '#lib/retention/retention.ts'

export const setHoldAction = formAction(SetHold, setHold)
export const liftHoldAction = formAction(LiftHold, liftHold)
export const askDestructionAction = formAction(AskDestruction, askDestruction)
export const decideDestructionAction = formAction(DecideDestruction, decideDestruction)
