import type { Domain } from '#lib/timeline/layers.ts'

/** How it is made sure that who answers for a child under 14 is her guardian. */
export const verifications = ['IN_PERSON', 'REGISTER', 'CALL_BACK', 'KNOWN'] as const
export type Verification = (typeof verifications)[number]

/** All that F5, the list of what was told, and the page on a family's telephone say, in one language. */
export interface Text {
  title: string
  intro: string
  number: string
  student: string
  school: string
  recipient: string
  purpose: string
  items: string
  period: string
  until: string
  /** What goes with every item. */
  always: string
  answer: string
  agree: string
  refuse: string
  sensitiveTitle: string
  sensitiveText: string
  rightsTitle: string
  rights: string[]
  law: string
  under14Title: string
  under14Text: string
  verified: string
  verifiedWays: Record<Verification, string>
  interpreter: string
  yes: string
  no: string
  signTitle: string
  studentName: string
  guardianName: string
  relation: string
  signature: string
  date: string
  /** Whoever answers. */
  subject: { STUDENT: string; GUARDIAN: string }
  domain: Record<Exclude<Domain, 'GENERAL'>, string>
  given: {
    title: string
    intro: string
    period: string
    from: string
    stillOpen: string
    items: string
    sensitive: string
    ground: { CONSENT: string; LAWFUL_BASIS: string }
    read: string
    readDays: string
    never: string
    supports: string
    support: string
    met: string
    meetings: string
    state: string
    states: Record<'PROPOSED' | 'DECLINED' | 'ACCEPTED' | 'ACTIVE' | 'PAUSED' | 'COMPLETED' | 'DISCONTINUED', string>
    noSupports: string
    nothing: string
    withdrawn: string
    ask: string
    made: string
  }
  phone: {
    title: string
    pin: string
    pinHint: string
    open: string
    wrong: string
    wait: string
    /** Who answers, about whom. */
    asStudent: string
    asGuardian: string
    each: string
    guardianTitle: string
    guardianConfirm: string
    guardianRelation: string
    sign: string
    signHint: string
    clear: string
    cannotDraw: string
    typedName: string
    typedConfirm: string
    send: string
    sending: string
    needAnswer: string
    needSign: string
    needConfirm: string
    summary: string
    doneTitle: string
    done: string
    language: string
  }
}
