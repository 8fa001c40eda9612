import { NotAllowed, NotFound, NotNow, Refusal, AlreadyDone } from './refusal.ts'

/** Constraints whose breach has a plain meaning for the person who pressed. */
const meanings: Record<string, string> = {
  case_nothing_open: 'core.refusal.somethingOpen',
  case_no_proposal_waits: 'cases.refusal.proposalWaits',
  case_emergency_stays: 'cases.refusal.emergencyStays',
  case_member_ended: 'core.refusal.faster',
  reporter_grant_waits_once: 'core.refusal.faster',
  sealed_reader_once: 'core.refusal.faster',
  reader_grant_by_two: 'sealed.refusal.ownAsking',
  reporter_grant_by_two: 'sealed.refusal.ownAsking',
  guardian_block_once: 'core.refusal.faster',
  guardian_block_ends_by_two: 'sharing.refusal.unblockByTwo',
  guardian_blocked: 'sharing.refusal.guardianBlocked',
  consent_shown: 'sharing.refusal.notShown',
  sharing_end_stays: 'core.refusal.faster',
  case_is_open: 'core.refusal.caseClosed',
  case_has_lead: 'core.refusal.leadNeeded',
  level_second_person: 'core.refusal.secondPersonNeeded',
  case_one_open_per_student: 'core.refusal.faster',
  referral_one_open_per_student: 'core.refusal.faster',
  referral_has_joined: 'referrals.refusal.joined',
  other_side_once: 'core.refusal.faster',
  conflict_once: 'core.refusal.faster',
  conflict_ends_by_two: 'conflicts.refusal.twoPersons',
  glass_unreviewed: 'glass.refusal.unreviewed',
  glass_reviewed_by_another: 'glass.refusal.ownReview',
  document_too_large: 'documents.refusal.tooLargeHere',
  document_case_full: 'documents.refusal.caseFull',
  document_office_full: 'documents.refusal.officeFull',
  export_needs_two: 'exports.refusal.needsTwo',
  export_by_another: 'exports.refusal.own',
  hold_once: 'retention.refusal.held',
  person_has_work: 'colleagues.refusal.hasWork',
  change_by_two: 'colleagues.refusal.twoPersons',
  change_not_own: 'colleagues.refusal.own',
  change_role_fits: 'colleagues.refusal.roleFits',
  change_of_somebody: 'colleagues.refusal.ofSomebody',
  change_decided: 'core.refusal.faster',
  access_change_one_waits: 'colleagues.refusal.oneWaits',
  access_change_one_address: 'colleagues.refusal.addressTaken',
  case_one_lead: 'core.refusal.faster',
  case_member_once: 'core.refusal.faster',
}

/**
 * What the database refused, as a refusal a person can read. A write that row security refused looks like a thing
 * that does not exist; a clash with somebody faster is "not now". Everything else passes on as the bug it is.
 */
export function passing(error: unknown): unknown {
  if (error instanceof Refusal || error instanceof AlreadyDone) return error
  const text = textOf(error)
  for (const [constraint, message] of Object.entries(meanings)) {
    if (text.includes(constraint)) return new NotNow(message)
  }
  if (/\b42501\b|row-level security|permission denied/.test(text)) {
    return text.includes('permission denied') ? new NotAllowed() : new NotFound()
  }
  if (/\b23505\b|Unique constraint|\b40001\b|\b40P01\b|P2034|deadlock/.test(text)) return new NotNow('core.refusal.faster')
  return error
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const meta = 'meta' in error ? JSON.stringify(error.meta) : ''
  const code = 'code' in error ? String(error.code) : ''
  return `${code} ${error.message} ${meta} ${textOf(error.cause)}`
}
