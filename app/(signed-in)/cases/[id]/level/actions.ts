'use server'

import { formAction } from '#lib/access/form.ts'
import { changeLevel, ChangeLevel } from '#lib/cases/change-level.ts'
import { ratingFields, withRatings } from '#lib/cases/rating-fields.ts'
import { settleLevel, SettleLevel } from '#lib/cases/settle-level.ts'

export const changeLevelAction = formAction(ChangeLevel.omit({ ratings: true }).extend(ratingFields), (actor, form) => changeLevel(actor, withRatings(form)))

export const settleLevelAction = formAction(SettleLevel, settleLevel)
