import { z } from 'zod'
import { Id } from '#lib/core/id.ts'

/** What an e-mail can be about. Each has a line of its own in the catalogue, and none says of whom or what. */
export const noticeKinds = [
  'referral.submitted', 'referral.joined', 'referral.asked', 'referral.answered', 'referral.passed', 'referral.decided', 'referral.withdrawn', 'referral.noticed',
  'case.assigned', 'case.level-asked', 'consent.withdrawn', 'consent.answered', 'consent.renew',
  'account.recovery', 'audit.broken', 'conflict.found', 'glass.broken', 'glass.review', 'retention.asked', 'export.asked', 'export.decided', 'reading.spent',
  'sealed.reporter-asked', 'sealed.reporter-answered', 'sealed.reader-asked', 'sealed.reader-answered', 'basis.review', 'guardian.blocked', 'guardian.unblock-asked',
  'people.asked', 'people.decided', 'people.ownerless', 'people.ending', 'people.ending-here', 'people.dormant', 'people.suspended',
  'intervention.proposed', 'intervention.answered', 'intervention.assigned', 'intervention.overdue', 'intervention.woken',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Where its reader finds out more: the page of one referral, case, piece of help, check of the audit, break-glass, conflict, recovery, export or destruction, what somebody did on record, a colleague or change of her rights, the list of colleagues, and nothing else. */
const Path = z.string().regex(/^\/(audit\?staff=[0-9a-f-]{36}|(referrals|cases|interventions|audit|glass|conflicts|recoveries|reporters|readers|exports|retention|people|people\/changes)\/[0-9a-f-]{36}(\/[a-z]+)?|people\?state=ending)$/)

/** What stands in the queue: identifiers only. To one person, to an agency, or to whoever leads a case. */
export const Notice = z.object({
  officeId: Id,
  kind: z.enum(noticeKinds),
  path: Path,
  staffId: Id.optional(),
  agencyId: Id.optional(),
  caseId: Id.optional(),
  /** Made for this one person: it goes to nobody else. */
  direct: z.literal(true).optional(),
})
export type Notice = z.output<typeof Notice>
