import { may, type Action } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { MoveName } from './intervention.ts'
import { obstacle, type Standing } from './obstacle.ts'

/** What can be done, each on a page of its own below the help, the likeliest first. */
const deeds = {
  acceptance: { move: 'accept', action: 'intervention.answer' },
  session: { move: 'session', action: 'intervention.session' },
  resumption: { move: 'resume', action: 'intervention.pause' },
  refusal: { move: 'decline', action: 'intervention.answer' },
  assignment: { move: 'assign', action: 'intervention.answer' },
  pause: { move: 'pause', action: 'intervention.pause' },
  completion: { move: 'complete', action: 'intervention.end' },
  end: { move: 'discontinue', action: 'intervention.end' },
} as const satisfies Record<string, { move: MoveName; action: Action }>

/** Also the last part of its page's address. */
export type SupportDeed = keyof typeof deeds

type Doer = Pick<Actor, 'staffId' | 'agencyId' | 'role' | 'inside'>

/** What is not answered yet ends by being withdrawn. */
export const moveFor = (deed: SupportDeed, { state }: Pick<Standing, 'state'>): MoveName => (deed === 'end' && state === 'PROPOSED' ? 'withdraw' : deeds[deed].move)

/** Why not now: the role may not do it at all, it is another's to do, or the state has moved on. */
export function deedObstacle(deed: SupportDeed, standing: Standing, actor: Doer): 'role' | 'elsewhere' | 'state' | null {
  return may(actor, deeds[deed].action) ? obstacle(moveFor(deed, standing), standing, actor) : 'role'
}

/** What this person can do now. */
export const deedsFor = (standing: Standing, actor: Doer): SupportDeed[] =>
  (Object.keys(deeds) as SupportDeed[]).filter((deed) => deedObstacle(deed, standing, actor) === null)
