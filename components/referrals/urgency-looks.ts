import type { Shape } from '#components/ui/icon-names.ts'
import type { Tone } from '#components/ui/tone.ts'
import type { Urgency } from '#lib/referrals/referral.ts'

/** How urgent looks: always with its word, its colour never alone. */
export const urgencyLooks: Record<Urgency, { tone: Extract<Tone, 'red' | 'orange' | 'plain'>; shape?: Shape }> = {
  NOW: { tone: 'red', shape: 'octagon' },
  TODAY: { tone: 'orange', shape: 'triangle' },
  THIS_WEEK: { tone: 'plain' },
}
