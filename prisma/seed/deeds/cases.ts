import { AddMember, addMember } from '#lib/cases/add-member.ts'
import { AmendNote, amendNote } from '#lib/cases/amend-note.ts'
import type { ClosureReason, Relation } from '#lib/cases/case.ts'
import { ChangeLead, changeLead } from '#lib/cases/change-lead.ts'
import { ChangeLevel, changeLevel } from '#lib/cases/change-level.ts'
import { CloseCase, closeCase } from '#lib/cases/close-case.ts'
import { headOf } from '#lib/cases/head.ts'
import type { Aggravator, Level, RedFlag } from '#lib/cases/level.ts'
import type { NoteKind } from '#lib/cases/note.ts'
import { OpenCase, openCase } from '#lib/cases/open-case.ts'
import { SetTurn, setTurn } from '#lib/cases/set-turn.ts'
import { settleLevel } from '#lib/cases/settle-level.ts'
import { WriteNote, writeNote } from '#lib/cases/write-note.ts'
import { SetSide } from '#lib/conflicts/conflict.ts'
import { setSide } from '#lib/conflicts/sides.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import type { Audience, Domain } from '#lib/timeline/layers.ts'
import { isoDay, formatTime } from '#lib/words/days.ts'
import { agencies } from '../agencies.ts'
import { inTurn, type Deed, type Scene } from '../story.ts'
import { idIn } from './id-in.ts'

/** What happens next, by when, and whose turn it is: a person, an agency by its key, or 가족. */
export type Turn = [action: string, due: string, waitsFor: string]

interface Opening {
  referral?: string
  child?: string
  /** `ECON3 CARE2` */
  rated?: string
  flags?: RedFlag[]
  worse?: Aggravator[]
  level: Level
  because?: string
  lead: string
  team?: string[]
  next: Turn
}

export const open = ({ referral, child, rated = '', flags = [], worse = [], level, because = '', lead, team = [], next }: Opening): Deed<string> => inTurn(async (scene) =>
  idIn(await openCase(scene.actor, OpenCase.parse({
    referralId: referral, studentId: child && scene.child(child),
    redFlags: flags, ratings: ratings(rated), aggravators: worse, level, levelReason: because,
    leadId: scene.person(lead), memberIds: team.map(scene.person), ...turn(scene, next),
  }))))

interface Telling {
  about?: Domain
  layer?: 'PLAN' | 'SENSITIVE'
  audience?: Audience
  /** The child was there, face to face. */
  seen?: boolean
  /** When it happened, if that was earlier. */
  happened?: string
}

export const note = (caseId: string, kind: NoteKind, body: string, { about, seen, happened, ...rest }: Telling = {}): Deed<string> => (scene) =>
  writeNote(scene.actor, WriteNote.parse({ caseId, kind, body, domain: about, childSeen: seen ? 'on' : undefined, happenedAt: happened && local(scene.calendar.earlier(happened)), ...rest }))

/** Adds to a note of one's own that is older than a day; `to` are some words of it. */
export const addToNote = (caseId: string, to: string, body: string): Deed<string> => async ({ actor, value }) => {
  const noteId = await value('select id as value from notes where case_id = $1 and author_id = $2 and amends_id is null and strpos(body, $3) > 0', [caseId, actor.staffId, to])
  return amendNote(actor, AmendNote.parse({ caseId, noteId, version: 1, body }))
}

export const turnTo = (caseId: string, ...next: Turn): Deed<string> => async (scene) =>
  setTurn(scene.actor, SetTurn.parse({ caseId, version: await version(scene, caseId), ...turn(scene, next) }))

interface Levelling {
  rated: string
  flags?: RedFlag[]
  worse?: Aggravator[]
  because: string
}

/** Decides the level anew; the lowering of an emergency only waits for a second person. */
export const level = (caseId: string, to: Level, { rated, flags = [], worse = [], because }: Levelling): Deed<string> => async (scene) =>
  changeLevel(scene.actor, ChangeLevel.parse({ caseId, version: await version(scene, caseId), level: to, ratings: ratings(rated), redFlags: flags, aggravators: worse, levelReason: because }))

export const agreeToLevel = (caseId: string): Deed<string> => async ({ actor, value }) =>
  settleLevel(actor, { caseId, proposalId: await value('select id as value from level_proposals where case_id = $1 and settled_at is null', [caseId]), answer: 'AGREED' })

export const giveLead = (caseId: string, to: string, stays?: 'stays'): Deed<string> => async (scene) =>
  changeLead(scene.actor, ChangeLead.parse({ caseId, version: await version(scene, caseId), leadId: scene.person(to), formerStays: stays && 'on' }))

export const letIn = (caseId: string, whom: string, relation: Exclude<Relation, 'LEAD'> = 'MEMBER'): Deed<string> => (scene) =>
  addMember(scene.actor, AddMember.parse({ caseId, staffId: scene.person(whom), relation }))

interface Closing {
  reason: ClosureReason
  summary: string
  /** Goals with their last rating. */
  results?: [goal: string, rating: number][]
  remaining?: string
  voice?: string
}

export const close = (caseId: string, { results = [], ...rest }: Closing): Deed<string> => async (scene) =>
  closeCase(scene.actor, CloseCase.parse({ caseId, version: await version(scene, caseId), goalResults: results.map(([goal, rating]) => `${goal}:${rating}`), ...rest }))

/** Somebody who is no pupil stands on the other side: recognised by a telephone. */
export const otherSide = (caseId: string, phone: string): Deed<string> => ({ actor }) => setSide(actor, SetSide.parse({ caseId, phone }))

/** Looks at a child's case, or tries to: either is written down. */
export const lookAtCaseOf = (name: string): Deed<void> => async ({ actor, child, value }) => {
  const caseId = await value('select id as value from cases where student_id = $1', [child(name)])
  await asActor(actor, (tx) => headOf(tx, actor, caseId))
}

const ratings = (text: string): string[] => text.split(' ').filter(Boolean).map((one) => `${one.slice(0, -1)}:${one.slice(-1)}`)

const version = ({ value }: Scene, caseId: string): Promise<string> => value('select version as value from cases where id = $1', [caseId])

/** A moment as a form sends it. */
export const local = (at: Date): string => `${isoDay(at)}T${formatTime(at)}`

function turn({ calendar, person, agency }: Scene, [nextAction, due, waitsFor]: Turn) {
  const { day: dueOn, time: dueTime } = calendar.due(due, now())
  const isAgency = agencies.some(({ key }) => key === waitsFor)
  const waits = waitsFor === '가족' ? 'FAMILY' : isAgency ? `AGENCY:${agency(waitsFor)}` : `STAFF:${person(waitsFor)}`
  return { nextAction, dueOn, dueTime, waits }
}
