import { z } from 'zod'
import { ChosenId, Id } from '#lib/core/id.ts'
import { Maybe, MaybeText, Text } from '#lib/core/input.ts'

/** How it came to be known. */
export const hows = ['DECLARED', 'NAMED', 'PHONE', 'EMAIL', 'ADDRESS', 'OPPOSING'] as const
export type How = (typeof hows)[number]

/** Left out: one's own. */
export const DeclareConflict = z.object({ caseId: Id, staffId: Maybe(ChosenId) })
export type DeclareConflict = z.output<typeof DeclareConflict>

export const AskEnd = z.object({ id: Id, reason: Text(500) })
export type AskEnd = z.output<typeof AskEnd>

export const AgreeEnd = z.object({ id: Id })
export type AgreeEnd = z.output<typeof AgreeEnd>

/** Who stands on the other side: a child of another case by its number, or somebody who is no pupil by what she is recognised by. */
export const SetSide = z.object({ caseId: Id, number: MaybeText(40), phone: MaybeText(40), email: MaybeText(200), address: MaybeText(200) })
export type SetSide = z.output<typeof SetSide>

export const EndSide = z.object({ caseId: Id, sideId: Id })
export type EndSide = z.output<typeof EndSide>

/** One's own number and home, for finding whose relative one is. */
export const OwnContact = z.object({ phone: MaybeText(40), address: MaybeText(200) })
export type OwnContact = z.output<typeof OwnContact>
