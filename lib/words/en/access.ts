import type { access as korean } from '../ko/access.ts'
import type { SameShape } from '../shape.ts'

export const access = {
  signIn: {
    title: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'The e-mail or the password is not right. Please check both.',
    unknown: 'Nobody is registered with this account. Please tell the administrator of your organisation.',
    provider: 'The sign-in with your organisation was not completed. Please try again, or use your e-mail and password.',
    help: 'It keeps failing? Please tell the administrator of your organisation.',
    oidc: 'Sign in with your organisation',
    cast: 'Enter the demo with one press',
    castHint: 'All of them are invented. A press opens that person’s screens.',
    why: 'Children’s records are kept here. You see what your part needs.',
  },
  proof: {
    label: 'Password, or digits of your app',
    hint: 'To make sure that it is you.',
    needed: 'Please enter your password, or the digits of your app.',
    wrong: 'That is not right. Please try again.',
    wait: 'Too many tries. Please try again in {minutes, plural, one {a minute} other {# minutes}}.',
    signInAgain: 'This account has no password. Sign out, sign in again, and do this within ten minutes.',
  },
  role: {
    TEACHER: 'Teacher',
    COUNSELOR: 'School counsellor, social worker, nurse',
    SCHOOL_LEAD: 'School lead',
    COORDINATOR: 'Centre coordinator',
    OFFICE_LEAD: 'Head of the centre',
    PARTNER_WORKER: 'Partner worker',
    PARTNER_LEAD: 'Partner lead',
    STATISTICS_VIEWER: 'Statistics',
    PRIVACY_OFFICER: 'Privacy officer',
    ADMIN: 'Administrator',
  },
} satisfies SameShape<typeof korean>
