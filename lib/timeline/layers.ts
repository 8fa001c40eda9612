/** How far a record goes: each reader sees up to where her consent or her part in the case reaches. */
export const layers = ['EXISTENCE', 'PLAN', 'PROGRESS', 'SENSITIVE'] as const
export type Layer = (typeof layers)[number]

export const audiences = ['TEAM', 'AGENCY', 'PRIVATE'] as const
export type Audience = (typeof audiences)[number]

/** The crisis domains of the programme, and GENERAL for what belongs to none. */
export const domains = [
  'GENERAL', 'LEARN', 'BIF', 'ECON', 'EMOTION', 'SUICIDE', 'VIOLENCE', 'ABUSE', 'MIGRANT', 'DROPOUT',
  'HEALTH', 'DISAB', 'FAMILY', 'CARE', 'DELINQ', 'CAREER',
] as const
export type Domain = (typeof domains)[number]
