import { z } from 'zod'
import { kinds, type Kind } from './columns.ts'

/** What a roster brings, in the order people think of it. */
export const things = ['schools', 'classes', 'staff', 'students', 'guardians', 'links', 'enrolments', 'details'] as const
export type Thing = (typeof things)[number]

const amount = z.number().int().min(0)
const Counts = z.object({ added: amount, changed: amount, unchanged: amount, ended: amount })
export type Counts = z.infer<typeof Counts>

/** How far an import is and what came of it; kept with the import, without a name in it. */
export const Progress = z.object({
  files: z.array(z.object({ kind: z.enum(kinds), lines: amount, read: amount, rejected: amount })),
  counts: z.record(z.enum(things), Counts),
  rejected: amount,
  remarks: amount,
  /** How often each thing was noticed. */
  reasons: z.record(z.string(), amount).default({}),
})
export type Progress = z.infer<typeof Progress>

export function noProgress(): Progress {
  const none = (): Counts => ({ added: 0, changed: 0, unchanged: 0, ended: 0 })
  return {
    files: [],
    counts: { schools: none(), classes: none(), staff: none(), students: none(), guardians: none(), links: none(), enrolments: none(), details: none() },
    rejected: 0,
    remarks: 0,
    reasons: {},
  }
}

/** Rows that are other than before. 0 when the same roster comes again. */
export const changesOf = ({ counts }: Progress): number =>
  Object.values(counts).reduce((sum, { added, changed, ended }) => sum + added + changed + ended, 0)

/** 0 to 1. Looking through the files is a quarter of the way, taking them in is the rest. */
export function shareOf({ files }: Progress, state: string): number {
  const lines = files.reduce((sum, file) => sum + file.lines, 0)
  const read = files.reduce((sum, file) => sum + Math.min(file.read, file.lines), 0)
  if (state === 'DONE') return 1
  return state === 'APPLYING' && lines > 0 ? 0.25 + (0.75 * read) / lines : 0.1
}

export const fileOf = (progress: Progress, kind: Kind): Progress['files'][number] | undefined => progress.files.find((file) => file.kind === kind)
