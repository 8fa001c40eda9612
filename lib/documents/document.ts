import { z } from 'zod'
import { Id } from '#lib/core/id.ts'
import { Ticked } from '#lib/core/input.ts'
import { domains } from '#lib/timeline/layers.ts'

export const documentKinds = ['REPORT', 'CERTIFICATE', 'ASSESSMENT', 'LETTER', 'PHOTO', 'CONSENT', 'OTHER'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What is sealed has rooms of its own. */
export const documentLayers = ['PROGRESS', 'PLAN', 'SENSITIVE'] as const
export type DocumentLayer = (typeof documentLayers)[number]

/** Only what is CLEAN can be opened. */
export const documentStates = ['QUARANTINED', 'CLEAN', 'REFUSED'] as const
export type DocumentState = (typeof documentStates)[number]

/** How it became clean: drawn anew by us, scanned by our scanner, or before it came here. */
export type CheckedHow = 'REDRAWN' | 'SCANNED' | 'ELSEWHERE'

/** For so long whoever put it there may take it back. The database says the same (prisma/policies/280-documents.sql). */
const takeBackHours = 24

export const canTakeBack = (document: { mine: boolean; at: Date; endedAt: Date | null }, now: Date): boolean =>
  document.mine && document.endedAt === null && now.getTime() - document.at.getTime() < takeBackHours * 3_600_000

/** Whatever an office says, no form may be larger than the server lets in (scripts/server/guard.ts). */
export const MOST_MEGABYTES = 25

/** All of a form but its file. */
export const DocumentFields = z.object({
  caseId: Id,
  kind: z.enum(documentKinds, 'core.field.choose'),
  layer: z.enum(documentLayers, 'core.field.choose').default('PROGRESS'),
  domain: z.preprocess((value) => (value === '' ? undefined : value), z.enum(domains, 'core.field.choose').default('GENERAL')),
  linked: Ticked.optional(),
})
export type DocumentFields = z.output<typeof DocumentFields>

export const TakeBackDocument = z.object({ caseId: Id, documentId: Id })
export type TakeBackDocument = z.output<typeof TakeBackDocument>
