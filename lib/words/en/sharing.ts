import type { sharing as korean } from '../ko/sharing.ts'
import type { SameShape } from '../shape.ts'

export const sharing = {
  basisKind: {
    CHILD_ABUSE: 'Child abuse report and protection',
    EMERGENCY_WELFARE: 'Emergency welfare support',
    URGENT_RISK: 'Imminent risk to life or body',
    SCHOOL_VIOLENCE: 'School violence: separation, no contact',
    OTHER_LAW: 'Another law',
  },
  refusal: {
    insideCircle: 'This agency may work on the case by law and needs no consent. Add its people to the team and they can begin at once.',
    farFrom: 'Choose a first day within a year of today.',
    tooLong: 'Choose a last day within {days, number} days.',
    nothingToWithdraw: 'There is no consent to withdraw. It was withdrawn already, or a newer answer took its place.',
    kindNotInUse: 'This ground is not in use at present. Choose another.',
  },
} satisfies SameShape<typeof korean>
