'use server'

import { formAction } from '#lib/access/form.ts'
import { AskApproval, AskInvitation, AskRole, DecideChange, WithdrawChange } from '#lib/people/access-change.ts'
import { askApproval, askInvitation, askReturn, askRole } from '#lib/people/ask-change.ts'
import { decideChange, withdrawChange } from '#lib/people/decide-change.ts'
import { inviteAgain } from '#lib/people/invite-again.ts'
import { AboutPerson, endApproval, EndPerson, endPerson, signPersonOut, stayPerson, suspendPerson } from '#lib/people/narrow.ts'
import { TrainPeople, trainPeople } from '#lib/people/train-people.ts'

export const askRoleAction = formAction(AskRole, askRole)
export const askApprovalAction = formAction(AskApproval, askApproval)
export const askReturnAction = formAction(AskRole, askReturn)
export const askInvitationAction = formAction(AskInvitation, askInvitation)
export const decideChangeAction = formAction(DecideChange, decideChange)
export const withdrawChangeAction = formAction(WithdrawChange, withdrawChange)
export const suspendPersonAction = formAction(AboutPerson, suspendPerson)
export const signPersonOutAction = formAction(AboutPerson, signPersonOut)
export const endPersonAction = formAction(EndPerson, endPerson)
export const stayPersonAction = formAction(AboutPerson, stayPerson)
export const endApprovalAction = formAction(AboutPerson, endApproval)
export const inviteAgainAction = formAction(AboutPerson, inviteAgain)
export const trainPeopleAction = formAction(TrainPeople, trainPeople)
