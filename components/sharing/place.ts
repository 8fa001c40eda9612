import type { Locale } from '#lib/words/locale.ts'

/** Where a ledger stands and what its reader may do there. */
export interface LedgerPlace {
  caseId: string
  closed: boolean
  now: Date
  locale: Locale
  me: string
  /** So long before its end a consent is said to end soon: the office's days. */
  soonDays: number
  may: { record: boolean; withdraw: boolean; end: boolean; review: boolean }
}
