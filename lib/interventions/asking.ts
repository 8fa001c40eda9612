import type { AgencyKind } from '#lib/agencies/agency.ts'
import type { ServiceView } from '#lib/directory/service.ts'

/** Why an agency outside the circle may be told of a case today, and of what. */
export interface Ground {
  kind: 'CONSENT' | 'LAWFUL_BASIS'
  items: string[]
  sensitive: boolean
  until: Date
}

/** Whether an agency may be asked today: inside the circle, on a ground, on one that does not reach, on none. */
export type Asking = { may: 'INSIDE' } | { may: 'GROUND'; ground: Ground } | { may: 'ELSEWHERE' } | { may: 'NONE' }

export interface Giver {
  id: string
  kind: AgencyKind
  name: string
  asking: Asking
}

export interface Offer {
  service: ServiceView
  givers: Giver[]
}

export const mayAsk = ({ may }: Asking): boolean => may === 'INSIDE' || may === 'GROUND'
