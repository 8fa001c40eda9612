import type { directory as korean } from '../ko/directory.ts'
import type { SameShape } from '../shape.ts'

/** Which help there is and who gives it. */
export const directory = {
  title: 'Resources and agencies',
  sub: 'Which help there is, and where.',
  search: { label: 'Search by name or agency', placeholder: 'for example meals, counselling, Dream Start', domain: 'Need', everyDomain: 'Any need', kind: 'Kind of agency', everyKind: 'Any agency', stage: 'Stage', everyStage: 'Any stage', submit: 'Search', clear: 'Show all' },
  stage: { '1': 'In school', '2': 'At the office of education', '3': 'In the community' },
  found: '{count, plural, one {# service} other {# services}}',
  service: 'Service', forWhom: 'For whom', unit: 'Unit', duration: 'Duration', givers: 'Given by', domains: 'Needs',
  noGiver: 'nobody is registered here',
  agencies: 'Agencies', agenciesNote: 'Telephone, and how much each has in hand; fewer than five is withheld.',
  open: 'In hand', phone: 'Telephone', sharing: 'To share about a student',
  inside: 'by law', outside: 'consent or lawful basis',
  emptyTitle: 'No such service', emptyText: 'Try fewer words, or other conditions.',
  korean: 'The catalogue’s details are written in Korean.',
} satisfies SameShape<typeof korean>
