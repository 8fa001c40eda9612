import { AskApproval, AskInvitation, AskRole } from '#lib/people/access-change.ts'
import { askApproval, askInvitation, askRole } from '#lib/people/ask-change.ts'
import { decideChange } from '#lib/people/decide-change.ts'
import type { Deed } from '../story.ts'
import { idIn } from './id-in.ts'

/** A request about somebody's role, which somebody else decides. */
export const wantsRole = (who: string, role: string, agency: string, jobTitle: string, reason: string): Deed<string> => async (scene) =>
  idIn(await askRole(scene.actor, AskRole.parse({ staffId: scene.person(who), role, agencyId: scene.agency(agency), jobTitle, validUntil: '', paper: '', reason })))

export const wantsApproval = (who: string, until: string, paper: string): Deed<string> => async ({ actor, person, calendar }) =>
  idIn(await askApproval(actor, AskApproval.parse({ staffId: person(who), validUntil: calendar.day(until), paper, reason: '' })))

/** A new colleague, until the lead of her body agrees. */
export const invites = (name: string, nameEn: string, email: string, role: string, agency: string, jobTitle: string, until: string, paper: string): Deed<string> => async (scene) =>
  idIn(await askInvitation(scene.actor, AskInvitation.parse({ name, nameEn, email, role, agencyId: scene.agency(agency), jobTitle, validUntil: scene.calendar.day(until), paper, reason: '새로 함께 일하게 되었어요.', staffId: '' })))

export const grants = (changeId: string, comment = ''): Deed<string> => ({ actor }) => decideChange(actor, { id: changeId, answer: 'GRANTED', comment })
