'use server'

import { formAction } from '#lib/access/form.ts'
import { AnswerReporter, answerReporter } from '#lib/sealed/reporter.ts'

export const answerReporterAction = formAction(AnswerReporter, answerReporter)
