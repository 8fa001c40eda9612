import type { Move } from '#lib/core/move.ts'
import type { InterventionState } from '#prisma/generated/enums.ts'

export type { InterventionState }

/** In the order in which a piece of help passes through them; each has its word in the catalogue. */
export const states = ['PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED', 'COMPLETED', 'DISCONTINUED', 'DECLINED'] as const satisfies readonly InterventionState[]

/** Somebody still has to do something about it. */
export const openStates = ['PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED'] as const satisfies readonly InterventionState[]
export const isOpen = (state: InterventionState): boolean => (openStates as readonly InterventionState[]).includes(state)

/** Taken on and not ended. */
const taken = ['ACCEPTED', 'ACTIVE', 'PAUSED'] as const

/** Whose move it is: the agency that is asked, the office's coordinator, who leads the case, who asked. */
export const sides = ['AGENCY', 'OFFICE', 'LEAD', 'PROPOSER'] as const
export type Side = (typeof sides)[number]

interface InterventionMove extends Omit<Move<InterventionState>, 'to'> {
  /** Null: it stays as it is. */
  to: InterventionState | null
  by: readonly Side[]
}

/**
 * All that can be done with a piece of help. The office may write down for an agency what it answered by telephone;
 * what was held with the child is written by those who held it, and by nobody else.
 */
export const moves = {
  accept: { from: ['PROPOSED'], to: 'ACCEPTED', by: ['AGENCY', 'OFFICE'] },
  decline: { from: ['PROPOSED'], to: 'DECLINED', by: ['AGENCY', 'OFFICE'] },
  withdraw: { from: ['PROPOSED'], to: 'DISCONTINUED', by: ['PROPOSER', 'LEAD', 'OFFICE'] },
  assign: { from: openStates, to: null, by: ['AGENCY', 'OFFICE'] },
  session: { from: ['ACCEPTED', 'ACTIVE'], to: 'ACTIVE', by: ['AGENCY'] },
  pause: { from: ['ACCEPTED', 'ACTIVE'], to: 'PAUSED', by: ['AGENCY', 'LEAD', 'OFFICE'] },
  resume: { from: ['PAUSED'], to: 'ACTIVE', by: ['AGENCY', 'LEAD', 'OFFICE'] },
  complete: { from: taken, to: 'COMPLETED', by: ['AGENCY', 'LEAD', 'OFFICE'] },
  discontinue: { from: taken, to: 'DISCONTINUED', by: ['AGENCY', 'LEAD', 'PROPOSER', 'OFFICE'] },
} satisfies Record<string, InterventionMove>

export type MoveName = keyof typeof moves
export const moveNames = Object.keys(moves) as MoveName[]
export const moveOf = (name: MoveName): InterventionMove => moves[name]

/** Why an agency cannot take it on (standard codes of a linkage). */
export const declineCodes = [
  'NO_CAPACITY', 'NOT_ELIGIBLE', 'OUT_OF_AREA', 'CANNOT_REACH', 'CONSENT_MISSING', 'WRONG_SERVICE', 'FAMILY_DECLINED', 'SERVICE_UNAVAILABLE',
] as const
export type DeclineCode = (typeof declineCodes)[number]

/** How a meeting went, as F9 asks. */
export const attendances = ['ATTENDED', 'LATE', 'ABSENT_NOTICE', 'NO_SHOW', 'CANCELLED'] as const
export type Attendance = (typeof attendances)[number]
/** The student was there. */
export const attended = (attendance: string): boolean => attendance === 'ATTENDED' || attendance === 'LATE'

export const responses = ['GOOD', 'MIXED', 'POOR'] as const

export const results = ['ACHIEVED', 'PARTLY', 'NOT_ACHIEVED'] as const
export type Result = (typeof results)[number]

/** Why help ends before its end. WITHDRAWN is for a request that nobody had answered yet. */
export const endReasons = [
  'FAMILY_STOPPED', 'CANNOT_REACH', 'NOT_HELPING', 'REPLACED', 'MOVED', 'CONSENT_ENDED', 'SERVICE_ENDED', 'WITHDRAWN', 'OTHER',
] as const
export type EndReason = (typeof endReasons)[number]
