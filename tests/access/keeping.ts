import type { Role } from '#lib/core/actor.ts'

/*
 * Who takes lists out, who decides how long a case is kept and whether it goes: by role, by how the person stands, by whose
 * it is and how far it is. Written down by hand, like expected.ts and deeds.ts; the application and the bare database are
 * both held to it.
 */

/** PROVEN: a moment ago. STALE: she signed in some time ago, and has shown nothing since. UNCLEARED: her approval ran out. */
export const standings = ['PROVEN', 'STALE', 'UNCLEARED'] as const
export type Standing = (typeof standings)[number]

/** Lists of cases leave through these; everybody else prints one case. */
const takeOut: Role[] = ['SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD']
/** Who answers for what is kept. */
const answer: Role[] = ['OFFICE_LEAD', 'PRIVACY_OFFICER']

/** `proof`: may, once she has proved who she is. `no such thing`: it does not exist for her. */
export type Verdict = 'done' | 'not yet' | 'not allowed' | 'no such thing' | 'proof'

export const exportStates = ['ASKED', 'AGREED', 'REFUSED', 'READY', 'EXPIRED'] as const
export type ExportState = (typeof exportStates)[number]
export type ExportDeed = 'see' | 'agree to' | 'make' | 'download'

/** Of a list that somebody asked for: herself, or another. */
export function onExport(deed: ExportDeed, role: Role, standing: Standing, own: boolean, state: ExportState): Verdict {
  const seen = standing !== 'UNCLEARED' && (role === 'PRIVACY_OFFICER' || (own ? takeOut.includes(role) : role === 'OFFICE_LEAD' && state === 'ASKED'))
  if (deed === 'see') return seen ? 'done' : 'no such thing'
  if (deed === 'agree to') {
    if (role !== 'OFFICE_LEAD') return 'not allowed'
    if (standing === 'STALE') return 'proof'
    return !seen ? 'no such thing' : own ? 'not allowed' : 'done'
  }
  // She takes out another kind of list, and so is told of hers what it is.
  if (deed === 'download' && role === 'PRIVACY_OFFICER') return own && seen ? 'not allowed' : 'no such thing'
  if (!takeOut.includes(role)) return 'not allowed'
  if (deed === 'make' && standing === 'STALE') return 'proof'
  if (!own || !seen) return 'no such thing'
  return state === (deed === 'make' ? 'AGREED' : 'READY') ? 'done' : 'not yet'
}

export const sizes = ['FEW', 'MANY'] as const
export type Size = (typeof sizes)[number]

/** Asking for a list of what she sees: up to the office's number, or more than that. */
export function onAsking(role: Role, standing: Standing, size: Size): Verdict {
  if (!takeOut.includes(role)) return 'not allowed'
  if (standing === 'STALE') return 'proof'
  // There is nothing in her list.
  if (standing === 'UNCLEARED') return 'not yet'
  return size === 'MANY' && role === 'SCHOOL_LEAD' ? 'not allowed' : 'done'
}

/** Taking a month of the record of access out. */
export function onTakingLog(role: Role, standing: Standing): Verdict {
  if (role !== 'PRIVACY_OFFICER') return 'not allowed'
  return standing === 'STALE' ? 'proof' : standing === 'UNCLEARED' ? 'no such thing' : 'done'
}

export const caseStates = ['OPEN', 'KEPT', 'OVER', 'HELD', 'ASKED', 'CONFLICTED'] as const
export type CaseState = (typeof caseStates)[number]
export type CaseDeed = 'see' | 'hold' | 'ask to destroy'

/** Of a case: open, closed and kept still, its time over, the same but held, or asked for already, or of a relative's child. */
export function onCase(deed: CaseDeed, role: Role, standing: Standing, state: CaseState): Verdict {
  const seen = answer.includes(role) && standing !== 'UNCLEARED' && ['OVER', 'HELD', 'ASKED'].includes(state)
  if (deed === 'see') return seen ? 'done' : 'no such thing'
  if (role !== 'OFFICE_LEAD') return 'not allowed'
  if (deed === 'hold') {
    if (standing === 'UNCLEARED' || state === 'CONFLICTED') return 'no such thing'
    return state === 'OPEN' || state === 'HELD' ? 'not yet' : 'done'
  }
  if (standing === 'STALE') return 'proof'
  return standing === 'PROVEN' && state === 'OVER' ? 'done' : 'not yet'
}

export const holdStates = ['SET', 'LIFT ASKED BY HER', 'LIFT ASKED', 'LIFTED', 'CONFLICTED'] as const
export type HoldState = (typeof holdStates)[number]

/** Lifting a hold: the head of the programme begins, another of those who answer for it agrees. */
export function onHold(role: Role, standing: Standing, state: HoldState): Verdict {
  if (!answer.includes(role)) return 'not allowed'
  if (standing === 'UNCLEARED' || state === 'LIFTED' || state === 'CONFLICTED') return 'no such thing'
  if (state === 'LIFT ASKED BY HER') return 'not yet'
  return state === 'SET' && role !== 'OFFICE_LEAD' ? 'not allowed' : 'done'
}

export const destructionStates = ['ASKED', 'AGREED', 'REFUSED', 'DONE', 'CONFLICTED'] as const
export type DestructionState = (typeof destructionStates)[number]

/** Deciding on a destruction that she, or another, asked for; CONFLICTED: a relative's case is among those that would go. */
export function onDestruction(deed: 'see' | 'decide', role: Role, standing: Standing, own: boolean, state: DestructionState): Verdict {
  const seen = answer.includes(role) && standing !== 'UNCLEARED' && state !== 'CONFLICTED'
  if (deed === 'see') return seen ? 'done' : 'no such thing'
  if (!answer.includes(role)) return 'not allowed'
  if (standing === 'STALE') return 'proof'
  if (!seen) return 'no such thing'
  if (own) return 'not allowed'
  return state === 'ASKED' ? 'done' : 'not yet'
}
