'use server'

import { formAction } from '#lib/access/form.ts'
import { closeCase, CloseCase } from '#lib/cases/close-case.ts'
import { reporterAsked, unnamed } from '#lib/cases/unnamed.ts'

export const closeCaseAction = formAction(CloseCase.extend(reporterAsked), unnamed('case.close', closeCase, ({ summary, remaining, voice }) => [summary, remaining, voice].join('\n')))
