import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { caseFigures } from './case-figures.ts'
import type { CaseFigures, ReferralFigures, RegionTable, SupportFigures } from './dashboard.ts'
import { referralFigures } from './referral-figures.ts'
import { regionTables } from './region-tables.ts'
import { supportFigures } from './support-figures.ts'

export type Dashboard =
  | { of: 'SCHOOL' | 'OFFICE'; cases: CaseFigures; referrals: ReferralFigures }
  | { of: 'PARTNER'; support: SupportFigures }
  | { of: 'REGION'; tables: RegionTable[] }

/** What this role looks over: a school, an office, an agency's own support, or a region in numbers only. */
export async function myDashboard(tx: Tx, actor: Actor): Promise<Dashboard> {
  must(actor, 'dashboard.read')
  if (actor.role === 'STATISTICS_VIEWER') return { of: 'REGION', tables: await regionTables(tx, actor) }
  if (actor.role === 'PARTNER_LEAD') return { of: 'PARTNER', support: await supportFigures(tx, actor) }
  return {
    of: actor.role === 'SCHOOL_LEAD' ? 'SCHOOL' : 'OFFICE',
    cases: await caseFigures(tx, actor),
    referrals: await referralFigures(tx, actor),
  }
}
