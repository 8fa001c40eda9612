'use server'

import { formAction } from '#lib/access/form.ts'
import { answerReader } from '#lib/sealed/ask-reader.ts'
import { AnswerReader } from '#lib/sealed/sealed.ts'

export const answerReaderAction = formAction(AnswerReader, answerReader)
