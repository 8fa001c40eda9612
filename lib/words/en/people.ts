import type { people as korean } from '../ko/people.ts'
import type { SameShape } from '../shape.ts'

export const people = {
  role: {
    TEACHER: 'Teacher',
    COUNSELOR: 'School specialist',
    SCHOOL_LEAD: 'School lead',
    COORDINATOR: 'Centre coordinator',
    OFFICE_LEAD: 'Head of centre',
    PARTNER_WORKER: 'Partner worker',
    PARTNER_LEAD: 'Partner lead',
    STATISTICS_VIEWER: 'Statistics viewer',
    PRIVACY_OFFICER: 'Privacy officer',
    ADMIN: 'Administrator',
  },
  me: 'you',
} satisfies SameShape<typeof korean>
