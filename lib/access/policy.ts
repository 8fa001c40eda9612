import type { Actor, Role } from '#lib/core/actor.ts'
import { NotAllowed } from '#lib/core/refusal.ts'

/**
 * May your role do this at all? Which rows exist for you is row security's to say, and whether it makes sense now is
 * said by the thing's own table of moves. The page /access draws this table.
 */
const school = ['TEACHER', 'COUNSELOR', 'SCHOOL_LEAD'] as const
const office = ['COORDINATOR', 'OFFICE_LEAD'] as const
const partner = ['PARTNER_WORKER', 'PARTNER_LEAD'] as const
const deciders = ['SCHOOL_LEAD', ...office] as const
const caseworkers = [...school, ...office, ...partner] as const

export const policy = {
  'student.find': [...school, ...office],
  'referral.submit': [...school, 'COORDINATOR'],
  'referral.notify': [...partner],
  'referral.read': [...school, ...office, ...partner],
  'referral.answer': [...caseworkers],
  'referral.withdraw': [...caseworkers],
  'referral.triage': [...deciders],
  'referral.ask': [...deciders],
  'referral.decline': [...deciders],
  'referral.attach': [...deciders],
  'referral.pass': ['SCHOOL_LEAD'],
  'referral.convert': ['SCHOOL_LEAD', 'COUNSELOR', 'COORDINATOR'],
  'case.open': [...deciders],
  'case.read': [...caseworkers],
  'case.note': [...caseworkers],
  'case.plan': ['TEACHER', 'COUNSELOR', ...office, ...partner],
  'case.level': [...deciders, 'COUNSELOR'],
  /** Agrees that an emergency is over, or keeps it: never the one who proposed. */
  'case.confirm': [...deciders],
  'case.turn': [...caseworkers],
  'case.lead': [...deciders],
  'case.member': ['COUNSELOR', ...deciders],
  'case.close': [...deciders, 'COUNSELOR', ...partner],
  'case.reopen': [...deciders],
  /** Files of a case, by their layer. A supervisor reads, and adds nothing to another's record. */
  'document.read': [...caseworkers],
  'document.add': ['TEACHER', 'COUNSELOR', 'COORDINATOR', ...partner],
  /** Sealed records: written by those of schools and the centre, opened by whoever is named. */
  'sealed.write': [...school, ...office],
  'sealed.open': [...caseworkers],
  /** Who reported: asked by a coordinator who is named, allowed by the centre's lead, who reads it not herself. */
  'sealed.ask-reporter': ['COORDINATOR'],
  'sealed.grant-reporter': ['OFFICE_LEAD'],
  /** Somebody of a private body outside is named only if the centre's lead agrees. */
  'sealed.grant-reader': ['OFFICE_LEAD'],
  /** 긴급 열람: reads a case one has no part in, for a reason and a time. */
  'glass.break': [...school, ...office],
  'glass.review': ['PRIVACY_OFFICER', 'OFFICE_LEAD'],
  'intervention.propose': ['TEACHER', 'COUNSELOR', ...office, ...partner],
  'intervention.answer': [...caseworkers],
  'intervention.session': [...caseworkers],
  'intervention.pause': [...caseworkers],
  'intervention.end': [...caseworkers],
  'consent.record': [...school, ...office],
  /** 학기초 일괄 동의: asks a whole class, and writes down what came back. */
  'consent.round': ['COUNSELOR', 'SCHOOL_LEAD', 'COORDINATOR'],
  'consent.withdraw': [...school, ...office],
  'basis.record': [...school, ...office],
  'basis.end': [...office],
  /** Looks again whether a basis is still needed: never who recorded it. */
  'basis.review': [...deciders],
  /** A guardian is not told: said by anybody of the team, taken back by two. */
  'guardian.block': [...caseworkers],
  'guardian.unblock-ask': [...school, ...office],
  'guardian.unblock': [...deciders],
  'conflict.declare': [...caseworkers],
  'conflict.name': [...office],
  /** Who stands on the other side of what happened to a child. */
  'side.set': [...office],
  /** Says that there is none: two persons, neither the one it is about. */
  'conflict.end': [...office],
  /** A list of cases as a file, for a reason; more than the office's number by two. Nobody else takes out more than one case, on paper. */
  'export.make': [...deciders],
  'export.agree': ['OFFICE_LEAD'],
  /** Lines of the record of access, without content, for the month's review. */
  'export.audit': ['PRIVACY_OFFICER'],
  'export.read': [...deciders, 'PRIVACY_OFFICER'],
  /** What is kept no longer: asked by the head of the programme, agreed to by another; the same with the end of a hold. */
  'retention.read': ['OFFICE_LEAD', 'PRIVACY_OFFICER'],
  'retention.hold': ['OFFICE_LEAD'],
  'retention.lift': ['OFFICE_LEAD', 'PRIVACY_OFFICER'],
  'retention.ask': ['OFFICE_LEAD'],
  'retention.agree': ['OFFICE_LEAD', 'PRIVACY_OFFICER'],
  'roster.import': ['COORDINATOR'],
  'directory.read': [...caseworkers, 'ADMIN'],
  'dashboard.read': [...deciders, 'PARTNER_LEAD', 'STATISTICS_VIEWER'],
  'access.read': ['TEACHER', 'COUNSELOR', 'SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD', 'PARTNER_WORKER', 'PARTNER_LEAD', 'STATISTICS_VIEWER', 'PRIVACY_OFFICER', 'ADMIN'],
  'audit.read': ['PRIVACY_OFFICER'],
  'audit.check': ['PRIVACY_OFFICER'],
  'audit.review': ['PRIVACY_OFFICER'],
  /** 되찾기: one asks, another who leads the person answers (four eyes). */
  'account.recover': ['ADMIN'],
  'account.vouch': ['SCHOOL_LEAD', 'OFFICE_LEAD', 'PARTNER_LEAD'],
  /** Colleagues, their roles and approvals: an administrator all, a lead her own agency's; never a case. */
  'people.read': ['SCHOOL_LEAD', 'OFFICE_LEAD', 'PARTNER_LEAD', 'PRIVACY_OFFICER', 'ADMIN'],
  /** Asks for a role, an approval, a new colleague; somebody else decides. */
  'people.ask': ['SCHOOL_LEAD', 'OFFICE_LEAD', 'PARTNER_LEAD', 'ADMIN'],
  /** The privacy officer for the head of the centre alone. */
  'people.decide': ['SCHOOL_LEAD', 'OFFICE_LEAD', 'PARTNER_LEAD', 'PRIVACY_OFFICER'],
  /** Sends the letter to somebody invited once more. */
  'people.invite': ['ADMIN'],
  'people.narrow': ['SCHOOL_LEAD', 'OFFICE_LEAD', 'PARTNER_LEAD', 'ADMIN'],
  'people.train': ['SCHOOL_LEAD', 'OFFICE_LEAD', 'PARTNER_LEAD', 'ADMIN'],
  /** Gives what somebody leaves behind to others. */
  'people.hand': ['SCHOOL_LEAD', 'OFFICE_LEAD', 'PARTNER_LEAD'],
  'people.attest': ['PRIVACY_OFFICER'],
  /** Of the cases one answers for. */
  'case.looks': [...school, ...office],
} satisfies Record<string, readonly Role[]>

export type Action = keyof typeof policy

/** Unknown role or action: no. */
export function may(actor: Pick<Actor, 'role'>, action: Action): boolean {
  const allowed: readonly Role[] | undefined = policy[action]
  return allowed?.includes(actor.role) ?? false
}

/** Throws `NotAllowed` unless the role may. */
export function must(actor: Pick<Actor, 'role'>, action: Action): void {
  if (!may(actor, action)) throw new NotAllowed()
}
