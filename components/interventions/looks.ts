import type { Tone } from '#components/ui/tone.ts'
import type { InterventionState } from '#lib/interventions/intervention.ts'

/** How a state looks: always with its word. */
export const stateTones: Record<InterventionState, Tone> = {
  PROPOSED: 'amber', ACCEPTED: 'blue', ACTIVE: 'teal', PAUSED: 'plain', COMPLETED: 'plain', DISCONTINUED: 'plain', DECLINED: 'plain',
}
