import type { Level } from './level.ts'

/** Why a case ends (form F11). */
export const closureReasons = ['GOALS_REACHED', 'NEED_RESOLVED', 'HANDED_ON', 'MOVED', 'GRADUATED', 'REFUSED', 'OTHER'] as const
export type ClosureReason = (typeof closureReasons)[number]

/** Whom a case waits for. */
export const waitingOn = ['STAFF', 'AGENCY', 'FAMILY'] as const
export type WaitingOn = (typeof waitingOn)[number]

export const relations = ['LEAD', 'CO_LEAD', 'MEMBER', 'OBSERVER'] as const
export type Relation = (typeof relations)[number]

/** G-2026-0117: the year it was opened and the office's count within it. */
export const caseNumber = (year: number, count: number): string => `G-${year}-${String(count).padStart(4, '0')}`

/**
 * The rhythm each level asks for, in days: the programme's defaults, not law.
 * `review` is until the next look at the whole; `seen` until somebody sees the child again (prisma/policies/310-work.sql).
 */
export const rhythm = {
  EMERGENCY: { review: 1, seen: 3 },
  HIGH: { review: 14, seen: 14 },
  MODERATE: { review: 30, seen: 30 },
  WATCH: { review: 56, seen: 56 },
} satisfies Record<Level, { review: number; seen: number }>

/** States of an intervention that keep a case from closing. */
export const openInterventionStates = ['PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED'] as const

export interface ClosureBlocks<Support> {
  supports: Support[]
  proposal: boolean
  emergency: boolean
  any: boolean
}

/** What keeps a case from closing. The verb refuses by the same facts, and the database by its own rules (100-rules.sql). */
export function closureBlocks<Support extends { state: string }>({ level, proposal }: { level: Level; proposal: object | null }, supports: readonly Support[]): ClosureBlocks<Support> {
  const open = supports.filter(({ state }) => openInterventionStates.some((kept) => kept === state))
  const emergency = level === 'EMERGENCY'
  return { supports: open, proposal: proposal !== null, emergency, any: open.length > 0 || proposal !== null || emergency }
}
