import { z } from 'zod'
import { ChosenId, Id } from '#lib/core/id.ts'
import { Maybe, Text } from '#lib/core/input.ts'

/** How it came to be known. */
export const hows = ['DECLARED', 'NAMED', 'PHONE', 'EMAIL'] as const
export type How = (typeof hows)[number]

/** Left out: one's own. */
export const DeclareConflict = z.object({ caseId: Id, staffId: Maybe(ChosenId) })
export type DeclareConflict = z.output<typeof DeclareConflict>

export const AskEnd = z.object({ id: Id, reason: Text(500) })
export type AskEnd = z.output<typeof AskEnd>

export const AgreeEnd = z.object({ id: Id })
export type AgreeEnd = z.output<typeof AgreeEnd>
