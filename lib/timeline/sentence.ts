import { formatDay, formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'
import type { Entry } from './entry.ts'

export interface Said {
  /** What happened, in one sentence. */
  title: string
  /** Details beside it, in the order people ask for them. */
  more: string[]
}

/** Says what happened. The list is closed: an event without a sentence does not compile. */
export function say(entry: Entry, locale: Locale): Said {
  const t = translator(locale)
  const name = entry.person ?? '—'
  const agency = entry.agency ?? '—'
  const service = entry.service ?? '—'
  const plain = (title: string, ...more: (string | false | null | undefined)[]): Said => ({ title, more: more.filter((part) => typeof part === 'string' && part !== '') as string[] })
  const day = (iso: string) => formatDay(new Date(iso), locale)
  const code = (group: string, value: string) => named(locale, group, value)
  const rating = (value: number) => t('timeline.more.rating', { rating: signed(value) })
  const items = (codes: string[]) => codes.length > 0 && t('timeline.more.items', { items: codes.map((item) => code('timeline.domain', item)).join(' · ') })

  switch (entry.type) {
    case 'referral.submitted':
      return plain(t('timeline.event.referral.submitted'), t(`timeline.more.urgency.${entry.data.urgency}`))
    case 'referral.triaged':
      return plain(t('timeline.event.referral.triaged'), t(`timeline.more.urgency.${entry.data.urgency}`))
    case 'referral.joined':
    case 'referral.received':
    case 'referral.asked':
    case 'referral.answered':
    case 'referral.declined':
    case 'referral.passed':
    case 'referral.attached':
    case 'referral.withdrawn':
    case 'referral.noticed':
    case 'referral.converted':
      return plain(t(`timeline.event.${entry.type}`))
    case 'case.opened':
      return plain(t('timeline.event.case.opened', { name }), t('timeline.more.level', { level: t(`cases.level.${entry.data.level}`), number: entry.data.number }))
    case 'case.levelled':
    case 'case.level-asked':
      return plain(t(`timeline.event.${entry.type}`, { from: t(`cases.level.${entry.data.from}`), to: t(`cases.level.${entry.data.to}`) }))
    case 'case.level-kept':
      return plain(t('timeline.event.case.level-kept', { to: t(`cases.level.${entry.data.to}`) }))
    case 'case.turned':
      return plain(t('timeline.event.case.turned'), t('timeline.more.due', { day: formatDayTime(new Date(entry.data.dueAt), locale) }), entry.data.waitingOn === 'FAMILY' && t('timeline.more.familyTurn'))
    case 'case.member-added':
      return plain(t('timeline.event.case.member-added', { name }), t(`timeline.more.relation.${entry.data.relation}`))
    case 'case.lead-changed':
    case 'case.member-left':
      return plain(t(`timeline.event.${entry.type}`, { name }))
    case 'case.closed':
      return plain(t('timeline.event.case.closed'), code('cases.closureReason', entry.data.reason))
    case 'case.reopened':
      return plain(t('timeline.event.case.reopened'))
    case 'case.glass-broken':
      return plain(t('timeline.event.case.glass-broken'), code('glass.code', entry.data.code))
    case 'note.written':
      return plain(t('timeline.event.note.written', { kind: code('timeline.noteKind', entry.data.kind) }))
    case 'note.amended':
      return plain(entry.note ? t('timeline.event.note.added') : t('timeline.event.note.amended'))
    case 'document.added':
    case 'document.taken-back':
      return plain(t(`timeline.event.${entry.type}`), code('documents.kind', entry.data.kind))
    case 'goal.set':
    case 'goal.ended':
      return plain(t(`timeline.event.${entry.type}`), entry.goal)
    case 'goal.rated':
      return plain(t('timeline.event.goal.rated'), entry.goal, rating(entry.data.rating))
    case 'plan.agreed':
      return plain(t('timeline.event.plan.agreed'), t('timeline.more.goals', { count: entry.data.goals }))
    case 'intervention.proposed':
    case 'intervention.overdue':
      return plain(t(`timeline.event.${entry.type}`, { service, agency }))
    case 'intervention.accepted':
      return plain(t('timeline.event.intervention.accepted', { service }), t('timeline.more.starts', { day: day(entry.data.startsOn) }))
    case 'intervention.woken':
    case 'intervention.resumed':
      return plain(t(`timeline.event.${entry.type}`, { service }))
    case 'intervention.declined':
      return plain(t('timeline.event.intervention.declined', { service }), code('interventions.declineCode', entry.data.code))
    case 'intervention.assigned':
      return plain(t('timeline.event.intervention.assigned', { service, name }))
    case 'intervention.session-held':
      return plain(t('timeline.event.intervention.session-held', { service }), code('timeline.more.attendance', entry.data.attendance),
        entry.data.response && code('timeline.more.response', entry.data.response), entry.data.childSeen && t('timeline.more.childSeen'))
    case 'intervention.paused':
      return plain(t('timeline.event.intervention.paused', { service }), t('timeline.more.wakes', { day: day(entry.data.wakesOn) }))
    case 'intervention.completed':
      return plain(t('timeline.event.intervention.completed', { service }), code('interventions.result', entry.data.result))
    case 'intervention.discontinued':
      return plain(t('timeline.event.intervention.discontinued', { service }), code('interventions.endReason', entry.data.reason))
    case 'consent.recorded':
      return plain(t('timeline.event.consent.recorded', { agency, subject: t(`timeline.subject.${entry.data.subject}`) }), code('timeline.more.consentState', entry.data.state),
        items(entry.data.items), entry.data.state === 'GRANTED' && t('timeline.more.until', { day: day(entry.data.validUntil) }))
    case 'consent.narrowed':
      return plain(t('timeline.event.consent.narrowed', { agency, subject: t(`timeline.subject.${entry.data.subject}`) }), items(entry.data.items))
    case 'consent.withdrawn':
      return plain(t('timeline.event.consent.withdrawn', { agency, subject: t(`timeline.subject.${entry.data.subject}`) }))
    case 'basis.recorded':
      return plain(t('timeline.event.basis.recorded', { agency }), code('sharing.basisKind', entry.data.kind), t('timeline.more.until', { day: day(entry.data.validUntil) }))
    case 'basis.reviewed':
    case 'basis.ended':
      return plain(t(`timeline.event.${entry.type}`, { agency }))
    case 'guardian.blocked':
    case 'guardian.unblock-asked':
    case 'guardian.block-kept':
    case 'guardian.unblocked':
      return plain(t(`timeline.event.${entry.type}`))
    default:
      return entry satisfies never
  }
}

const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0')
