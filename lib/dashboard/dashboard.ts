import type { Level } from '#lib/cases/level.ts'
import type { Stage } from '#lib/cases/stage.ts'

/** From here on a load is more than one person should carry. */
export const fullLoad = 20

/** How many weeks of referrals are shown. */
export const weeksShown = 12

/** The stages an open case can be in. */
export const openStages = ['INTAKE', 'PLANNING', 'ACTIVE'] as const satisfies readonly Stage[]
export type OpenStage = (typeof openStages)[number]

/** How many open cases, and how many of them ask for attention. */
export interface Tally {
  open: number
  points: number
  late: number
  unseen: number
  /** Open without a next step: the database does not allow it, so it is 0; shown because that is the promise. */
  stuck: number
}

/** The tally of one agency, school or person. */
export interface NamedTally extends Tally {
  id: string
  name: string
  /** For a person: where she works. */
  agency?: string
}

export interface CaseFigures {
  all: Tally
  byLevel: Record<Level, number>
  byStage: Record<OpenStage, number>
  byAgency: NamedTally[]
  byLead: NamedTally[]
  bySchool: NamedTally[]
}

export interface ReferralFigures {
  /** Mondays in Seoul, the oldest first. */
  weeks: Date[]
  /** The school with the most first; counts as many as weeks. */
  schools: { id: string; name: string; counts: number[]; total: number }[]
  /** Hours from filing to the first answer, the middle one of the same weeks; null when nothing was answered yet. */
  medianHours: number | null
  answered: number
}

export interface SupportFigures {
  byState: { state: 'PROPOSED' | 'ACCEPTED' | 'ACTIVE' | 'PAUSED'; count: number; late: number }[]
  byPerson: { id: string | null; name: string | null; open: number; late: number }[]
  byService: { code: string; name: string; open: number }[]
  /** Hours from being asked to answering, the middle one of the last twelve weeks. */
  medianHours: number | null
  answered: number
  declined: number
  ended: { completed: number; discontinued: number }
}

/** A table of counts by office; null is withheld. The first row is the region, the first column the sum. */
export interface RegionTable {
  measure: 'LEVEL' | 'MONTH'
  parts: string[]
  rows: { office: string | null; counts: (number | null)[] }[]
}
