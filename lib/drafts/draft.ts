import { z } from 'zod'

/** What can be kept while it is being written. */
export const draftKinds = ['referral', 'notice', 'note', 'intervention'] as const
export type DraftKind = (typeof draftKinds)[number]

/** Which one: what it is about is an id, or `new`. */
export interface DraftName {
  kind: DraftKind
  subject: string
}

export const DraftName = z.object({ kind: z.enum(draftKinds), subject: z.union([z.literal('new'), z.uuid()]) })

/** The fields of the form by name, as they will stand in it again. */
export const DraftFields = z.record(z.string().max(60), z.union([z.string().max(20_000), z.array(z.string().max(200)).max(100)]))
export type DraftFields = z.output<typeof DraftFields>

/** `form` is the key of the form it comes from: what was sent already is not kept again by a straggler. */
export const SaveDraft = z.strictObject({ form: z.uuid(), fields: DraftFields })
export type SaveDraft = z.output<typeof SaveDraft>
