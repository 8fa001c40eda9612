import type { Role } from '#lib/core/actor.ts'
import { looks, type Relation, type Sight } from './expected.ts'

/*
 * Who may do what with an open case: which roles, and how the case must look to them. Written down by hand, like
 * expected.ts. Whoever's role may, but for whom the case does not exist, is told that there is no such thing.
 */
const school: Role[] = ['TEACHER', 'COUNSELOR', 'SCHOOL_LEAD']
const office: Role[] = ['COORDINATOR', 'OFFICE_LEAD']
const partner: Role[] = ['PARTNER_WORKER', 'PARTNER_LEAD']
const deciders: Role[] = ['SCHOOL_LEAD', ...office]
const everybody = [...school, ...office, ...partner]

const whole: Sight[] = ['SCHOOL TEAM', 'TEAM', 'SCHOOL', 'OFFICE']
const some: Sight[] = [...whole, 'ECON ONLY', 'ECON AND SENSITIVE']

/** Seen through broken glass, nothing is written. */
const wholeSeen: Sight[] = [...whole, 'GLASS']
const someSeen: Sight[] = [...some, 'GLASS']

interface Deed {
  roles: Role[]
  /** The case, or the part of it the deed is about, exists for whoever sees it so. */
  exists: Sight[]
  /** Only these do it, of those for whom it exists; left out: all. An observer who decides nothing never does. */
  only?: (role: Role, relation: Relation) => boolean
  /** The deed is one an observer may do too. */
  observers?: true
  /** As these cases stand it is too early or too late: whoever may is told so. */
  waits?: true
  /** What the deed is about is looked for before the part of whoever does it. */
  soughtFirst?: true
}

const leads = (role: Role, relation: Relation) => deciders.includes(role) || relation === 'LEAD' || relation === 'CO_LEAD'

export const deeds = {
  'write a note': { roles: everybody, exists: someSeen },
  'add to a note about ECON': { roles: everybody, exists: someSeen },
  'add to a sensitive note about ECON': { roles: everybody, exists: ['SCHOOL TEAM', 'TEAM', 'ECON AND SENSITIVE', 'GLASS'], soughtFirst: true },
  // A supervisor reads, and adds nothing.
  'add a document': { roles: ['TEACHER', 'COUNSELOR', 'COORDINATOR', ...partner], exists: someSeen },
  'say what is next': { roles: everybody, exists: someSeen },
  'decide the level': { roles: ['COUNSELOR', ...deciders], exists: wholeSeen },
  // Somebody has settled it already.
  'agree that an emergency is over': { roles: deciders, exists: wholeSeen, waits: true },
  'change the lead': { roles: deciders, exists: wholeSeen },
  'let somebody in': { roles: ['COUNSELOR', ...deciders], exists: wholeSeen },
  'seal something': { roles: [...school, ...office], exists: wholeSeen },
  'say who is on the other side': { roles: office, exists: wholeSeen, observers: true },
  'set a goal about ECON': { roles: ['TEACHER', 'COUNSELOR', ...office, ...partner], exists: someSeen },
  'rate a goal about ECON': { roles: ['TEACHER', 'COUNSELOR', ...office, ...partner], exists: someSeen },
  'rate a goal about EMOTION': { roles: ['TEACHER', 'COUNSELOR', ...office, ...partner], exists: wholeSeen },
  'agree on the plan': { roles: ['TEACHER', 'COUNSELOR', ...office, ...partner], exists: someSeen },
  // A partner asks others only where it leads the case.
  'ask an agency for help': { roles: ['TEACHER', 'COUNSELOR', ...office, ...partner], exists: someSeen, only: (role, relation) => !partner.includes(role) || relation === 'LEAD' },
  'end a help that another agency gives': { roles: everybody, exists: someSeen, only: (role, relation) => role === 'COORDINATOR' || relation === 'LEAD', observers: true },
  'stop a help that another agency gives': { roles: everybody, exists: someSeen, only: (role, relation) => role === 'COORDINATOR' || relation === 'LEAD', observers: true },
  'rest a help that another agency gives': { roles: everybody, exists: someSeen, only: (role, relation) => role === 'COORDINATOR' || relation === 'LEAD', observers: true },
  // It does not rest.
  'wake a help that another agency gives': { roles: everybody, exists: someSeen, only: (role, relation) => role === 'COORDINATOR' || relation === 'LEAD', observers: true, waits: true },
  'hold a meeting of another agency’s help': { roles: everybody, exists: someSeen, only: () => false, observers: true },
  'record a consent': { roles: [...school, ...office], exists: whole },
  'withdraw a consent': { roles: [...school, ...office], exists: whole, observers: true },
  'narrow a consent': { roles: [...school, ...office], exists: whole, observers: true },
  'record a basis': { roles: [...school, ...office], exists: whole },
  'end a basis': { roles: office, exists: wholeSeen, observers: true },
  'say that a guardian is not told': { roles: everybody, exists: some, observers: true },
  // Somebody has asked already.
  'ask whether a guardian may be told again': { roles: [...school, ...office], exists: wholeSeen, waits: true },
  'decide that a guardian may be told again': { roles: deciders, exists: wholeSeen },
  'look again at a basis': { roles: deciders, exists: wholeSeen },
  'close the case': { roles: ['COUNSELOR', ...deciders, ...partner], exists: someSeen, only: leads, waits: true },
} as const satisfies Record<string, Deed>
export type DeedName = keyof typeof deeds

export type Verdict = 'done' | 'not yet' | 'not allowed' | 'no such thing'

export function verdictOn(name: DeedName, role: Role, relation: Relation): Verdict {
  const { roles, exists, only, observers, waits, soughtFirst }: Deed = deeds[name]
  if (!roles.includes(role)) return 'not allowed'
  const [open] = looks[role][relation] ?? [['NOTHING'] as Sight[]]
  const isThere = open.some((sight) => exists.includes(sight))
  if (soughtFirst && !isThere) return 'no such thing'
  // She sees the case, and is told so before anything else in it is looked for.
  if (!observers && (relation === 'OBSERVER' || (relation === 'GLASS' && isThere)) && !deciders.includes(role)) return 'not allowed'
  if (!isThere) return 'no such thing'
  if (only && !only(role, relation)) return 'not allowed'
  return waits ? 'not yet' : 'done'
}

/** Rows that may be put into or changed in the tables by whoever sees the case so, whatever the application would say. */
export const rowRights = {
  // Whoever referred may add to what grew out of it without reading it.
  'add an entry': [...some, 'REQUEST', 'PUPIL AND REQUEST', 'OWN REFERRAL'],
  'add a note': [...some, 'REQUEST', 'PUPIL AND REQUEST'],
  'add a document': some,
  'change the case': some,
  'let a colleague in': [...whole, 'REQUEST', 'PUPIL AND REQUEST'],
  'add a level': some,
  'seal something': whole,
  'put down the other side': ['TEAM', 'OFFICE'],
  'add a goal about ECON': ['SCHOOL TEAM', 'TEAM', 'OFFICE', 'ECON ONLY', 'ECON AND SENSITIVE'],
  'add a goal about EMOTION': ['SCHOOL TEAM', 'TEAM', 'OFFICE'],
  'add a consent': whole,
  'withdraw a consent': whole,
  'add a basis': whole,
  'end a basis': whole,
  'add a guardian block': some,
  'ask to end a guardian block': whole,
} as const satisfies Record<string, readonly Sight[]>
export type RowRight = keyof typeof rowRights

export function mayInSql(name: RowRight, role: Role, relation: Relation): boolean {
  const [open] = looks[role][relation] ?? [['NOTHING'] as Sight[]]
  const sights: readonly Sight[] = rowRights[name]
  // A partner's notice is not part of the case: what grew out of it is the school's.
  const counted = partner.includes(role) ? open.filter((sight) => sight !== 'OWN REFERRAL') : open
  return counted.some((sight) => sights.includes(sight))
}
