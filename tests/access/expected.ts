import type { Role } from '#lib/core/actor.ts'

/*
 * Who sees what of a case, and may do what with it: written down by hand, for caseworkers to check and for the tests to
 * hold both the application and the bare database to. Not made from the code: where this and the code differ, one of
 * them is wrong.
 */

/** What somebody can have to do with a case. A partner's agency has the consent of both unless it says otherwise. */
export const relations = [
  'LEAD', 'CO_LEAD', 'MEMBER', 'OBSERVER',
  /** Wrote the referral it grew out of. */
  'REFERRER',
  /** Works at the same school, office or (consented) agency, and has no part in it. */
  'SAME_AGENCY',
  /** Has no part in it, but her agency is asked for help. */
  'ASKED',
  'OTHER_AGENCY',
  /** Was a member, and left. */
  'FORMER',
  /** Is a member, and a relative. */
  'CONFLICTED',
  /** Is a member, and a relative of the child on the other side of what happened. */
  'OPPOSED',
  /** Has no part in it, and broke the glass a moment ago. */
  'GLASS',
  /** The same, and is a relative. */
  'GLASS CONFLICTED',
  /** A partner's member whose agency has a lawful basis, sensitive records included. */
  'BASIS',
  /** A partner's member whose agency's consent ran out. */
  'EXPIRED',
  /** A partner's member whose agency was never agreed to. */
  'WITHOUT',
] as const
export type Relation = (typeof relations)[number]

/** Everything there is of one case: one of each kind. */
export const things = [
  'case', 'lead member', 'own member',
  'note: plan, ECON', 'note: progress, GENERAL', 'note: progress, ECON', 'note: progress, EMOTION', 'note: sensitive, ECON', 'note: sensitive, EMOTION',
  'note: for the school alone', 'note: for its writer alone',
  'goal: ECON', 'goal: EMOTION', 'support: ECON', 'support: EMOTION', 'session: ECON', 'session: EMOTION', 'support asked of her agency',
  'document: progress, ECON', 'document: shown, ECON', 'document: shown, EMOTION', 'document: sensitive and shown, ECON', 'document of the consent',
  'level', 'proposal', 'closure', 'reopening', 'consent', 'what shows the consent', 'basis', 'guardian block', 'why a guardian is not told', 'basis review', 'referral', 'referral decision', 'student', 'guardian', 'the other side',
  /** Each person of the matrix is named for two sealed records by the lead of the case; for one of a private body the centre's lead agreed. */
  'named for a sealed record', 'named for what was reported',
] as const
export type Thing = (typeof things)[number]

const everything = (...but: Thing[]) => things.filter((thing) => !but.includes(thing))

/** The ways in which a case can look to somebody. */
export const sights = {
  /** The whole case; what a colleague wrote for herself alone stays hers. */
  'SCHOOL TEAM': everything('note: for its writer alone', 'the other side'),
  /** The same from outside the school: what is for the school alone stays there. */
  TEAM: everything('note: for its writer alone', 'note: for the school alone'),
  /** The school's lead: all but sensitive records. */
  SCHOOL: everything('note: for its writer alone', 'the other side', 'note: sensitive, ECON', 'note: sensitive, EMOTION', 'document: sensitive and shown, ECON'),
  /** The centre: all but sensitive records and what is for the school alone. */
  OFFICE: everything('note: for its writer alone', 'note: for the school alone', 'note: sensitive, ECON', 'note: sensitive, EMOTION', 'document: sensitive and shown, ECON'),
  /** A partner, by consent to ECON: that part of it. */
  'ECON ONLY': ['case', 'lead member', 'own member', 'note: plan, ECON', 'note: progress, GENERAL', 'note: progress, ECON', 'goal: ECON', 'support: ECON', 'session: ECON', 'support asked of her agency', 'document: shown, ECON', 'consent', 'guardian block', 'student'],
  /** A partner, by another law for ECON, sensitive records included. */
  'ECON AND SENSITIVE': ['case', 'lead member', 'own member', 'note: plan, ECON', 'note: progress, GENERAL', 'note: progress, ECON', 'note: sensitive, ECON', 'goal: ECON', 'support: ECON', 'session: ECON', 'document: shown, ECON', 'document: sensitive and shown, ECON', 'basis', 'guardian block', 'student', 'named for a sealed record'],
  /** A partner not yet let in: what her agency was asked, for whom, and on what ground. */
  REQUEST: ['support asked of her agency', 'consent', 'guardian block', 'student'],
  /** A partner's colleague: that her agency may be told something, and on what ground. No child, no case. */
  GROUND: ['consent'],
  /** Through broken glass: what the team reads of it, sensitive records included; nothing of whom the family lets be told. */
  GLASS: ['case', 'lead member', 'note: plan, ECON', 'note: progress, GENERAL', 'note: progress, ECON', 'note: progress, EMOTION', 'note: sensitive, ECON', 'note: sensitive, EMOTION', 'goal: ECON', 'goal: EMOTION', 'support: ECON', 'support: EMOTION', 'session: ECON', 'session: EMOTION', 'level', 'proposal', 'closure', 'reopening', 'guardian block', 'student'],
  /** Somebody of the child's school: the pupil and whom to call, nothing of the case. */
  PUPIL: ['student', 'guardian'],
  /** Whom at home not to tell goes with what is asked. */
  'PUPIL AND REQUEST': ['student', 'guardian', 'support asked of her agency', 'guardian block'],
  'PUPIL AND OLD REQUEST': ['student', 'guardian', 'support asked of her agency'],
  /** Whoever referred: her own words. What became of it she learns without content. */
  'OWN REFERRAL': ['referral'],
  /** The privacy officer: that there are consents, who is named for what is sealed, bases and guardians who are not told, and who looked. No case. */
  LEDGER: ['consent', 'basis', 'guardian block', 'basis review', 'named for a sealed record', 'named for what was reported'],
  NOTHING: [],
} as const satisfies Record<string, readonly Thing[]>
export type Sight = keyof typeof sights

/** How it looks while the case is open, and after it is closed. Her own row of the team, that she is or was in it, everybody keeps but whoever is conflicted. */
type Looks = readonly [open: Sight[], closed: Sight[]]

const both = (...sight: Sight[]): Looks => [sight, sight]
const nothing = both('NOTHING')

/** For those who lead no school: open to the team, closed to all but its last lead. */
const schoolStaff = {
  LEAD: both('SCHOOL TEAM'),
  CO_LEAD: [['SCHOOL TEAM'], ['PUPIL']],
  MEMBER: [['SCHOOL TEAM'], ['PUPIL']],
  OBSERVER: [['SCHOOL TEAM'], ['PUPIL']],
  REFERRER: both('PUPIL', 'OWN REFERRAL'),
  SAME_AGENCY: both('PUPIL'),
  ASKED: both('PUPIL'),
  OTHER_AGENCY: nothing,
  FORMER: both('PUPIL'),
  CONFLICTED: nothing,
  OPPOSED: nothing,
  GLASS: [['PUPIL', 'GLASS'], ['PUPIL']],
  'GLASS CONFLICTED': nothing,
} satisfies Partial<Record<Relation, Looks>>

const office = {
  LEAD: both('TEAM'),
  CO_LEAD: [['TEAM'], ['OFFICE']],
  MEMBER: [['TEAM'], ['OFFICE']],
  OBSERVER: [['TEAM'], ['OFFICE']],
  REFERRER: both('OFFICE'),
  SAME_AGENCY: both('OFFICE'),
  ASKED: both('OFFICE'),
  FORMER: both('OFFICE'),
  CONFLICTED: nothing,
  OPPOSED: nothing,
  GLASS: [['OFFICE', 'GLASS'], ['OFFICE']],
  'GLASS CONFLICTED': nothing,
} satisfies Partial<Record<Relation, Looks>>

const partner = {
  LEAD: [['ECON ONLY'], ['NOTHING']],
  CO_LEAD: [['ECON ONLY'], ['NOTHING']],
  MEMBER: [['ECON ONLY'], ['NOTHING']],
  OBSERVER: [['ECON ONLY'], ['NOTHING']],
  REFERRER: [['GROUND', 'OWN REFERRAL'], ['OWN REFERRAL']],
  SAME_AGENCY: [['GROUND'], ['NOTHING']],
  ASKED: [['REQUEST'], ['NOTHING']],
  OTHER_AGENCY: nothing,
  FORMER: [['GROUND'], ['NOTHING']],
  CONFLICTED: nothing,
  OPPOSED: nothing,
  BASIS: [['ECON AND SENSITIVE'], ['NOTHING']],
  EXPIRED: nothing,
  WITHOUT: nothing,
} satisfies Partial<Record<Relation, Looks>>

/** Whoever handles no cases sees none, not even as the lead somebody wrongly made her. */
const noCases = (sight: Sight): Partial<Record<Relation, Looks>> =>
  Object.fromEntries(['LEAD', 'CO_LEAD', 'MEMBER', 'OBSERVER', 'SAME_AGENCY', 'ASKED', 'FORMER', 'CONFLICTED', 'OPPOSED'].map((relation) => [relation, both(sight)]))

export const looks: Record<Role, Partial<Record<Relation, Looks>>> = {
  TEACHER: schoolStaff,
  // What the school is asked for, its specialists find in the school's queue.
  COUNSELOR: { ...schoolStaff, ASKED: [['PUPIL AND REQUEST'], ['PUPIL AND OLD REQUEST']] },
  SCHOOL_LEAD: {
    LEAD: both('SCHOOL TEAM'),
    CO_LEAD: [['SCHOOL TEAM'], ['SCHOOL']],
    MEMBER: [['SCHOOL TEAM'], ['SCHOOL']],
    OBSERVER: [['SCHOOL TEAM'], ['SCHOOL']],
    REFERRER: both('SCHOOL'),
    SAME_AGENCY: both('SCHOOL'),
    ASKED: both('SCHOOL'),
    OTHER_AGENCY: nothing,
    FORMER: both('SCHOOL'),
    CONFLICTED: nothing,
    OPPOSED: nothing,
    GLASS: [['SCHOOL', 'GLASS'], ['SCHOOL']],
    'GLASS CONFLICTED': nothing,
  },
  COORDINATOR: office,
  OFFICE_LEAD: office,
  PARTNER_WORKER: partner,
  PARTNER_LEAD: partner,
  STATISTICS_VIEWER: noCases('NOTHING'),
  PRIVACY_OFFICER: { ...noCases('LEDGER'), CONFLICTED: nothing, OPPOSED: nothing },
  ADMIN: noCases('NOTHING'),
}
