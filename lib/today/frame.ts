import type { Tx } from '#lib/core/door.ts'

/** What waits in a room of the menu, each at most 100: more is shown as 99+. */
export interface FrameCounts {
  today: number
  referrals: number
  interventions: number
}

/** What every page's frame needs, in one small query within the page's own door. */
export async function frameFor(tx: Tx): Promise<FrameCounts> {
  const [counts] = await tx.$queryRaw<FrameCounts[]>`select today, referrals, interventions from app.my_counts()`
  return counts ?? { today: 0, referrals: 0, interventions: 0 }
}
