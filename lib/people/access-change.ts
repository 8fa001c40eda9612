import { z } from 'zod'
import { roles } from '#lib/core/actor.ts'
import { ChosenId, Id } from '#lib/core/id.ts'
import { Day, Maybe, MaybeText, Text } from '#lib/core/input.ts'

/** What widens somebody's rights. */
export const changeKinds = ['ROLE', 'APPROVAL', 'RETURN', 'INVITATION'] as const
export type ChangeKind = (typeof changeKinds)[number]

export const changeStates = ['ASKED', 'GRANTED', 'RETURNED', 'WITHDRAWN'] as const
export type ChangeState = (typeof changeStates)[number]

const RoleChoice = z.enum(roles, 'core.field.choose')
/** Until when, and on which paper the head of the body approved it. */
const approval = { validUntil: Maybe(Day), paper: MaybeText(80) }
const why = Text(300)

/** Another role, another body, or both; an approval of the new body may come with it. Also for who comes back after a suspension or after having left. */
export const AskRole = z.object({ staffId: Id, role: RoleChoice, agencyId: ChosenId, jobTitle: MaybeText(60), ...approval, reason: why })
export type AskRole = z.output<typeof AskRole>

export const AskApproval = z.object({ staffId: Id, validUntil: Day, paper: Text(80), reason: MaybeText(300) })
export type AskApproval = z.output<typeof AskApproval>

export const AskInvitation = z.object({
  name: Text(40), nameEn: MaybeText(60), email: z.email('core.field.email').max(200, 'core.field.tooLong'), role: RoleChoice, agencyId: ChosenId, jobTitle: Text(60), ...approval, reason: why,
  /** A teacher the roster brought, who has no account yet. */
  staffId: Maybe(Id),
})
export type AskInvitation = z.output<typeof AskInvitation>

export const DecideChange = z.object({ id: Id, answer: z.enum(['GRANTED', 'RETURNED'], 'core.field.choose'), comment: MaybeText(300) })
export type DecideChange = z.output<typeof DecideChange>

export const WithdrawChange = z.object({ id: Id })
export type WithdrawChange = z.output<typeof WithdrawChange>

/** The end of that day in Seoul. */
export const endOf = (day: string): Date => new Date(new Date(`${day}T00:00:00+09:00`).getTime() + 86_400_000)
