'use server'

import { formAction } from '#lib/access/form.ts'
import { askReader } from '#lib/sealed/ask-reader.ts'
import { openSealed } from '#lib/sealed/open-sealed.ts'
import { addReader, endReader } from '#lib/sealed/readers.ts'
import { AskReader, EndReader, NameReader, OpenSealed, WriteSealed } from '#lib/sealed/sealed.ts'
import { AskReporter, askReporter } from '#lib/sealed/reporter.ts'
import { writeSealed } from '#lib/sealed/write-sealed.ts'

export const writeSealedAction = formAction(WriteSealed, writeSealed)
export const askReporterAction = formAction(AskReporter, askReporter)
export const openSealedAction = formAction(OpenSealed, openSealed)
export const addReaderAction = formAction(NameReader, addReader)
export const askReaderAction = formAction(AskReader, askReader)
export const endReaderAction = formAction(EndReader, endReader)
