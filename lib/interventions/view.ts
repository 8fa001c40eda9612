import type { Level } from '#lib/cases/level.ts'
import type { InterventionState } from './intervention.ts'
import type { Standing } from './obstacle.ts'

/** A child as whoever is asked for help knows her. */
export interface HelpedStudent {
  name: string
  grade: number | null
  className: string | null
  school: string | null
  dong: string | null
}

/** A line of the list. */
export interface InterventionLine {
  id: string
  child: string | null
  grade: number | null
  /** Null for an agency that answers before it is let into the case. */
  level: Level | null
  service: string
  agency: string
  /** Who of the agency; null: its queue. */
  staffId: string | null
  staff: string | null
  /** Who asked, and for which agency. */
  proposer: string
  proposerAgency: string
  state: InterventionState
  dueAt: Date | null
  wakesOn: Date | null
  held: number
  planned: number | null
}

/** One meeting or delivery. `note` is what was written; `locked`: something was, and is closed to this reader. */
export interface SessionView {
  id: string
  heldAt: Date
  by: string
  attendance: string
  response: string | null
  childSeen: boolean
  units: number
  nextAppointment: Date | null
  note: string | null
  locked: boolean
}

/** What was written when it was paused or ended. */
export interface RemarkView {
  type: 'intervention.paused' | 'intervention.completed' | 'intervention.discontinued'
  at: Date
  by: string | null
  text: string
}

/** A piece of help on its own page. */
export interface InterventionView {
  id: string
  caseId: string
  /** The case, where it opens for the reader. */
  ofCase: { number: string; level: Level; leadId: string | null; lead: string | null } | null
  child: HelpedStudent | null
  serviceCode: string
  service: string
  unit: string
  domain: string
  goal: string | null
  request: string
  frequency: string
  planned: number | null
  startsOn: string
  endsOn: string | null
  state: InterventionState
  dueAt: Date | null
  proposedAt: Date
  answeredAt: Date | null
  declineCode: string | null
  answer: string | null
  wakesOn: string | null
  result: string | null
  endReason: string | null
  endedAt: Date | null
  version: number
  agencyId: string
  agency: string
  agencyPhone: string | null
  staffId: string | null
  staff: string | null
  proposerId: string
  proposer: string
  proposerTitle: string
  proposerAgency: string
  proposerPhone: string | null
}

/** What decides about who may do what with it. */
export const standingOf = ({ state, agencyId, proposerId, ofCase }: InterventionView): Standing => ({ state, agencyId, proposerId, leadId: ofCase?.leadId ?? null })
