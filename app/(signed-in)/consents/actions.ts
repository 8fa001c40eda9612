'use server'

import { formAction } from '#lib/access/form.ts'
import { addRoundPaper } from '#lib/sharing/add-round-paper.ts'
import { recordRound } from '#lib/sharing/record-round.ts'
import { AddRoundPaper, EndRoundLinks, RecordRound, SendRoundLinks, StartRound } from '#lib/sharing/round.ts'
import { endRoundLinks, sendRoundLinks } from '#lib/sharing/round-links.ts'
import { startRound } from '#lib/sharing/start-round.ts'

export const startRoundAction = formAction(StartRound, startRound)
export const addRoundPaperAction = formAction(AddRoundPaper, addRoundPaper, 'file')
export const recordRoundAction = formAction(RecordRound, recordRound)
export const sendRoundLinksAction = formAction(SendRoundLinks, sendRoundLinks)
export const endRoundLinksAction = formAction(EndRoundLinks, endRoundLinks)
