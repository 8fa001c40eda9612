import type { Relation, WaitingOn } from './case.ts'
import type { Level } from './level.ts'
import type { Stage } from './stage.ts'

/** What stands at the top of a case, wherever it is shown. */
export interface CaseHead {
  id: string
  number: string
  version: number
  level: Level
  stage: Stage
  domains: string[]
  openedAt: Date
  closedAt: Date | null
  closureReason: string | null
  childSeenAt: Date | null
  student: { id: string; name: string; grade: number | null; dong: string | null }
  schoolId: string
  school: string
  lead: { id: string; name: string; agency: string } | null
  next: { action: string; dueAt: Date } | null
  waiting: { on: WaitingOn; id: string | null; name: string | null } | null
  /** The reader's own part in the case; null for those who look after all cases of a school or the office. */
  relation: Relation | null
  proposal: { id: string; to: Level; byId: string; by: string; at: Date } | null
}

export interface GoalView {
  id: string
  statement: string
  rating: number | null
}

export interface SupportView {
  id: string
  service: string
  agency: string
  state: string
  dueAt: Date | null
  wakesOn: Date | null
  held: number
  planned: number | null
}

/** One row that lets somebody in. `open`: at this moment. */
export interface AudienceMember {
  memberId: string
  staffId: string
  name: string
  jobTitle: string
  agencyId: string
  agency: string
  relation: Relation
  reason: string
  since: Date
  until: Date | null
  /** Null: everything; else the domains that may be told. */
  items: string[] | null
  sensitive: boolean
  open: boolean
}

/** A line of the caseload. */
export interface CaseRow {
  id: string
  number: string
  student: string
  grade: number | null
  school: string
  level: Level
  stage: Stage
  next: string | null
  dueAt: Date | null
  waiting: string | null
  family: boolean
  lead: string | null
  closedAt: Date | null
}
