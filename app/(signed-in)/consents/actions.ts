'use server'

import { formAction } from '#lib/access/form.ts'
import { addRoundPaper } from '#lib/sharing/add-round-paper.ts'
import { recordRound } from '#lib/sharing/record-round.ts'
import { AddRoundPaper, RecordRound, StartRound } from '#lib/sharing/round.ts'
import { startRound } from '#lib/sharing/start-round.ts'

export const startRoundAction = formAction(StartRound, startRound)
export const addRoundPaperAction = formAction(AddRoundPaper, addRoundPaper, 'file')
export const recordRoundAction = formAction(RecordRound, recordRound)
