import type { shell as korean } from '../ko/shell.ts'
import type { SameShape } from '../shape.ts'

export const shell = {
  name: 'Hanai',
  tagline: 'Where one child is looked after together',
  skip: 'Skip to the content',
  navigation: 'Main menu',
  shortcuts: 'Shortcuts',
  more: 'More',
  places: {
    today: 'My work today',
    referrals: 'Referrals',
    cases: 'Cases',
    interventions: 'Support',
    students: 'Students',
    dashboard: 'Overview',
    directory: 'Resources',
    roster: 'Import rosters',
    audit: 'Access record',
    access: 'Access',
  },
  count: '{count, plural, one {# item} other {# items}}',
  language: { switchTo: '한국어' },
  signOut: 'Sign out',
  demo: 'Fictional data — no real people or agencies',
  command: {
    open: 'Search',
    title: 'Search and shortcuts',
    label: 'Find a student, a case, a task',
    placeholder: 'Name, initial consonants (ㄱㅁㅈ), case number…',
    hint: 'Choose with the arrow keys, open with Enter',
    actions: 'Shortcuts',
    searching: 'Searching…',
    found: 'Found {count}.',
    nothing: 'Nothing found. Part of a name or its initial consonants will do.',
    failed: 'Search is not available right now. Please try again in a moment.',
    signedOut: 'You have been signed out. Reload the page and sign in again.',
  },
  notFound: {
    title: 'Not found',
    body: 'The address has changed, or this is outside what you can see at the moment. If you are looking after this together, ask the person in charge to share it with you.',
    home: 'Go to my work today',
  },
  signedOut: {
    title: 'You are signed out',
    body: 'What you sent was not saved. What you wrote is below as you wrote it: copy it, then sign in again.',
    home: 'Sign in again',
  },
  typed: {
    title: 'What you wrote',
    how: 'It is not saved. You can copy it and use it again.',
  },
} satisfies SameShape<typeof korean>
