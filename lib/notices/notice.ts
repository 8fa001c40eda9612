/** What an e-mail can be about. Each has a line of its own in the catalogue, and none says of whom or what. */
export const noticeKinds = [
  'referral.submitted', 'referral.joined', 'referral.asked', 'referral.answered', 'referral.passed', 'referral.decided', 'referral.withdrawn', 'referral.noticed',
  'case.assigned', 'case.level-asked',
  'intervention.proposed', 'intervention.answered', 'intervention.assigned', 'intervention.overdue',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
