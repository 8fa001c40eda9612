'use server'

import { formAction } from '#lib/access/form.ts'
import { openCase, OpenCase } from '#lib/cases/open-case.ts'
import { ratingFields, withRatings } from '#lib/cases/rating-fields.ts'

export const openCaseAction = formAction(OpenCase.omit({ ratings: true }).extend(ratingFields), (actor, form) => openCase(actor, withRatings(form)))
