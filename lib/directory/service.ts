import type { AgencyKind } from '#lib/agencies/agency.ts'

/** Who does it: 1 the school itself, 2 the office of education and its centres, 3 the community. */
export const stages = [1, 2, 3] as const
export type SupportStage = (typeof stages)[number]

/** The centre stands in the office of education and gives what the office gives (Act §8②). */
export const kindsOf = (kind: AgencyKind): AgencyKind[] => (kind === 'ISS_CENTER' ? ['ISS_CENTER', 'EDU_OFFICE'] : [kind])

/** Whether an agency of this kind offers the service. */
export const serviceFits = ({ agencyKinds }: { agencyKinds: readonly string[] }, kind: AgencyKind): boolean =>
  kindsOf(kind).some((one) => agencyKinds.includes(one))

/** A service of the catalogue. Whom it is for, its unit and its length are written in Korean only. */
export interface ServiceView {
  code: string
  name: string
  /** The other language's name. */
  otherName: string
  agencyKinds: string[]
  domains: string[]
  eligibility: string
  unit: string
  duration: string
  stage: SupportStage
}

export interface ServiceFilters {
  q?: string | undefined
  domain?: string | undefined
  kind?: AgencyKind | undefined
  stage?: SupportStage | undefined
}

/** A body that gives services, and how much of them it has in hand: a number, never of whom. */
export interface GiverView {
  id: string
  kind: AgencyKind
  name: string
  fullName: string
  phone: string | null
  /** Inside the statutory circle of information: nothing more is needed to share with it. */
  inside: boolean
  open: number
}
