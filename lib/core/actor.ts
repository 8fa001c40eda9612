/** The ten roles. Ranks are never compared: an unknown role may nothing. */
export const roles = [
  'TEACHER', 'COUNSELOR', 'SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD',
  'PARTNER_WORKER', 'PARTNER_LEAD', 'STATISTICS_VIEWER', 'PRIVACY_OFFICER', 'ADMIN',
] as const
export type Role = (typeof roles)[number]

/** Whoever asks. Made from a session by `lib/access/session.ts` (in the seed and in tests from one made for the cast). */
export interface Actor {
  /** 64 hex digits. The database resolves it to the person at each access; nothing else here is believed by it. */
  sessionKey: string
  staffId: string
  officeId: string
  agencyId: string
  /** As in `AgencyKind` of the database. */
  agencyKind: string
  role: Role
  name: string
  /** The short name of the agency, in the actor's language. */
  agencyName: string
  jobTitle: string
  locale: 'ko' | 'en'
  /** Inside the statutory circle of information (Act §17⑥). */
  inside: boolean
  /** Handling approval and training are current. */
  cleared: boolean
  /** The form being answered, when there is one: its key makes a second press harmless. */
  form?: SentForm
}

export interface SentForm {
  /** UUID rendered into the form. */
  key: string
  /** SHA-256 of what was sent: the same key with other content is refused. */
  digest: Uint8Array<ArrayBuffer>
}
