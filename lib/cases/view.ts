import type { KeptDraft } from '#lib/drafts/drafts.ts'
import type { Quiet } from '#lib/sharing/guardian-block.ts'
import type { Entry } from '#lib/timeline/entry.ts'
import type { Reach, Timeline } from '#lib/timeline/queries.ts'
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
  waiting: { on: WaitingOn; id: string | null; name: string | null; since: Date } | null
  /** The reader's own part in the case; null for those who look after all cases of a school or the office. */
  relation: Relation | null
  /** She reads it through broken glass until then; null: not so. */
  glassUntil: Date | null
  proposal: { id: string; to: Level; byId: string; by: string; at: Date } | null
  /** Who at home is not told; null: nobody is kept from being told. */
  quiet: Quiet | null
}

/** All that stands on the page of a case, as this reader may see it. */
export interface CasePage {
  head: CaseHead
  timeline: Timeline
  reach: Reach
  /** The note she had begun to write. */
  draft: KeptDraft | null
  goals: GoalView[]
  supports: SupportView[]
  audience: AudienceMember[]
}

interface WrittenNote {
  id: string
  author: string
  agency: string
  kind: string
  body: string
  happenedAt: Date
  writtenAt: Date
}

/** A note on its own page. */
export interface NoteView extends WrittenNote {
  version: number
  /** The reader may change it; else she adds to it. */
  mendable: boolean
  addenda: WrittenNote[]
}

/** What somebody learns who follows a case. `changed` are entries that read differently now, `newest` the last id told. */
export type News =
  | { kind: 'seen'; head: CaseHead; entries: Entry[]; changed: Entry[]; newest: string }
  /** Nothing happened for a while; the connection is alive. */
  | { kind: 'quiet' }
  /** The session has ended, or the case is no longer hers to see. Nothing follows. */
  | { kind: 'gone' }

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
  leadAgency: string | null
  closedAt: Date | null
  /** Somebody should have seen the child by now. */
  unseen: boolean
}

export interface CaseList {
  cases: CaseRow[]
  /** Where the next page begins; null when there is none. */
  next: { at: Date; id: string } | null
}
