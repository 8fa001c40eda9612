'use server'

import { formAction } from '#lib/access/form.ts'
import { decideExport, finishExport } from '#lib/exports/decide-export.ts'
import { DecideExport, FinishExport, MakeExport, TakeLog } from '#lib/exports/export.ts'
import { makeExport } from '#lib/exports/make-export.ts'
import { takeLog } from '#lib/exports/take-log.ts'

export const makeExportAction = formAction(MakeExport, makeExport)
export const takeLogAction = formAction(TakeLog, takeLog)
export const decideExportAction = formAction(DecideExport, decideExport)
export const finishExportAction = formAction(FinishExport, finishExport)
