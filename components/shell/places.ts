import { may, type Action } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { IconName } from '#components/ui/icon-names.ts'

/** The rooms of the house in the order of the menu; the first four a role may enter stand at hand on a phone. */
const places = {
  today: { href: '/', icon: 'today' },
  referrals: { href: '/referrals', icon: 'referral', needs: 'referral.read' },
  cases: { href: '/cases', icon: 'case', needs: 'case.read' },
  interventions: { href: '/interventions', icon: 'support', needs: 'intervention.answer' },
  students: { href: '/students', icon: 'people', needs: 'student.find' },
  consents: { href: '/consents', icon: 'agree', needs: 'consent.round' },
  dashboard: { href: '/dashboard', icon: 'chart', needs: 'dashboard.read' },
  directory: { href: '/directory', icon: 'directory', needs: 'directory.read' },
  exports: { href: '/exports', icon: 'document', needs: 'export.read' },
  people: { href: '/people', icon: 'key', needs: 'people.read' },
  conflicts: { href: '/conflicts', icon: 'link', needs: 'conflict.end' },
  roster: { href: '/roster', icon: 'roster', needs: 'roster.import' },
  audit: { href: '/audit', icon: 'clock', needs: 'audit.read' },
  glass: { href: '/glass', icon: 'eye', needs: 'glass.review' },
  retention: { href: '/retention', icon: 'lock', needs: 'retention.read' },
  access: { href: '/access', icon: 'shield', needs: 'access.read' },
} satisfies Record<string, { href: string; icon: IconName; needs?: Action }>

export type PlaceName = keyof typeof places

export type Place = { name: PlaceName; href: string; icon: IconName; needs?: Action }

/** The rooms this person may enter. */
export function placesFor(actor: Pick<Actor, 'role'>): Place[] {
  return (Object.keys(places) as PlaceName[])
    .map((name): Place => ({ name, ...places[name] }))
    .filter(({ needs }) => needs === undefined || may(actor, needs))
}
