import { z } from 'zod'
import { Proof } from '#lib/access/proof.ts'
import { kinds, Month } from '#lib/audit/filters.ts'
import { Id } from '#lib/core/id.ts'
import { Text } from '#lib/core/input.ts'

export const formats = ['XLSX', 'CSV'] as const
export type ExportFormat = (typeof formats)[number]

/** ASKED waits for a second person; AGREED, she may make the file; READY, it is there until its time is over. */
export type ExportState = 'ASKED' | 'AGREED' | 'REFUSED' | 'READY'

export type ExportWhat = 'CASES' | 'AUDIT'

/** However many agree: no list is longer. */
export const MOST_CASES = 5_000

/** Shorter is no reason. The database says the same (`export_reason`). */
const shortest = 10

export const MakeExport = z.object({
  /** Which cases, as the address of the list says it. */
  /** As they stand in a list's address: what is none of these would let everything out. */
  filters: z.string().max(500, 'core.field.unexpected').regex(/^([a-z]+=[^&=]*(&[a-z]+=[^&=]*)*)?$/, 'core.field.unexpected').default(''),
  format: z.enum(formats, 'core.field.choose'),
  reason: Text(500).refine((text) => text === '' || text.length >= shortest, 'exports.refusal.reasonShort'),
  password: Proof,
})
export type MakeExport = z.output<typeof MakeExport>

/** A month's lines at once; a longer one is taken out by kinds. */
export const MOST_LINES = 50_000

export const TakeLog = z.object({ month: Month, kind: z.enum(kinds).optional().or(z.literal('').transform(() => undefined)), format: MakeExport.shape.format, reason: MakeExport.shape.reason, password: Proof })
export type TakeLog = z.output<typeof TakeLog>

export const DecideExport = z.object({ id: Id, answer: z.enum(['AGREED', 'REFUSED'], 'core.field.choose'), password: Proof })
export type DecideExport = z.output<typeof DecideExport>

export const FinishExport = z.object({ id: Id, password: Proof })
export type FinishExport = z.output<typeof FinishExport>
