'use server'

import { formAction } from '#lib/access/form.ts'
import { setTurn, SetTurn } from '#lib/cases/set-turn.ts'

export const setTurnAction = formAction(SetTurn, setTurn)
