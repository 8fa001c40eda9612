import type { IconName } from '#components/ui/icon-names.ts'
import type { Tone } from '#components/ui/tone.ts'
import type { AgencyKind } from '#lib/agencies/agency.ts'
import type { Entry } from '#lib/timeline/entry.ts'
import type { EventType } from '#lib/timeline/events.ts'

/** What stands for each kind of event; a new one without a picture does not compile. */
const icons = {
  'referral.submitted': 'referral',
  'referral.joined': 'link',
  'referral.received': 'check',
  'referral.triaged': 'scale',
  'referral.asked': 'message',
  'referral.answered': 'message',
  'referral.declined': 'stop',
  'referral.passed': 'send',
  'referral.attached': 'link',
  'referral.withdrawn': 'undo',
  'referral.noticed': 'eye',
  'referral.converted': 'referral',
  'case.opened': 'case',
  'case.levelled': 'scale',
  'case.level-asked': 'scale',
  'case.level-kept': 'scale',
  'case.turned': 'flag',
  'case.lead-changed': 'person',
  'case.member-added': 'join',
  'case.member-left': 'leave',
  'case.closed': 'good',
  'case.reopened': 'refresh',
  'case.glass-broken': 'eye',
  'note.written': 'note',
  'note.amended': 'edit',
  'document.added': 'document',
  'document.taken-back': 'undo',
  'plan.agreed': 'agree',
  'goal.set': 'target',
  'goal.rated': 'target',
  'goal.ended': 'target',
  'intervention.proposed': 'support',
  'intervention.accepted': 'agree',
  'intervention.declined': 'stop',
  'intervention.assigned': 'person',
  'intervention.overdue': 'warning',
  'intervention.session-held': 'calendar',
  'intervention.paused': 'pause',
  'intervention.woken': 'play',
  'intervention.resumed': 'play',
  'intervention.completed': 'good',
  'intervention.discontinued': 'stop',
  'consent.recorded': 'agree',
  'consent.narrowed': 'undo',
  'consent.withdrawn': 'undo',
  'basis.recorded': 'document',
  'basis.reviewed': 'document',
  'basis.ended': 'document',
  'guardian.blocked': 'lock',
  'guardian.unblock-asked': 'people',
  'guardian.block-kept': 'lock',
  'guardian.unblocked': 'people',
} as const satisfies Record<EventType, IconName>

const noteIcons: Record<string, IconName> = {
  OBSERVATION: 'eye', VISIT: 'visit', CALL: 'phone', COUNSELLING: 'heart', MEETING: 'people', MESSAGE: 'message',
}

export function iconOf(entry: Entry): IconName {
  if (entry.type === 'note.written') return noteIcons[entry.data.kind] ?? icons[entry.type]
  return icons[entry.type]
}

/** Red asks to be looked at: a clock ran over, a child is in danger. Everything else has the colour of its agency. */
export function toneOf(entry: Entry): Tone {
  if (entry.type === 'intervention.overdue') return 'red'
  if ((entry.type === 'case.levelled' && entry.data.to === 'EMERGENCY') || (entry.type === 'case.opened' && entry.data.level === 'EMERGENCY')) return 'red'
  return toneOfKind(entry.byKind)
}

const kinds: Partial<Record<AgencyKind, Tone>> = {
  SCHOOL: 'teal',
  ISS_CENTER: 'blue', EDU_OFFICE: 'blue', WEE_CENTER: 'blue', LEARNING_CLINIC: 'blue', SPECIAL_ED: 'blue', STUDENT_MH_CENTER: 'blue',
  DISTRICT: 'violet', DONG_CENTER: 'violet', DREAM_START: 'violet', CHILD_PROTECT: 'violet',
}

/** Schools, offices and public welfare have a colour each; all others share one. */
export function toneOfKind(kind: string | null): Tone {
  return kind === null ? 'plain' : (kinds[kind as AgencyKind] ?? 'amber')
}
