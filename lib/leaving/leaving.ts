import { z } from 'zod'
import type { Action } from '#lib/access/policy.ts'
import { ChosenId, Id } from '#lib/core/id.ts'
import { Many } from '#lib/core/input.ts'

/** What somebody can leave behind, and which right hands it on. The first four keep her from leaving. */
export const handedBy = {
  LEADS: 'case.lead',
  TURNS: 'case.turn',
  SUPPORTS: 'intervention.answer',
  REFERRALS: 'referral.triage',
  TEAMS: 'case.member',
} as const satisfies Record<string, Action>
export type WorkKind = keyof typeof handedBy
export const workKinds = Object.keys(handedBy) as WorkKind[]

/** These, of one kind, to one colleague. */
export const HandOver = z.object({ staffId: Id, kind: z.enum(['LEADS', 'TURNS', 'SUPPORTS', 'REFERRALS', 'TEAMS']), toId: ChosenId, items: Many(Id, 1, 200) })
export type HandOver = z.output<typeof HandOver>
