import { describe, expect, test } from 'vitest'
import { iconOf, toneOf } from '#components/timeline/looks.ts'
import type { Entry } from '#lib/timeline/entry.ts'
import { eventGroups, events, type EventData, type EventType } from '#lib/timeline/events.ts'
import { say } from '#lib/timeline/sentence.ts'
import { locales } from '#lib/words/locale.ts'

const id = '019a0000-0000-7000-8000-000000000001'
const support = { interventionId: id, serviceCode: 'NGO-01' }
const until = '2027-02-28T15:00:00.000Z'

/** One of each; a new event without one does not compile. */
const samples: { [T in EventType]: EventData<T> } = {
  'referral.submitted': { urgency: 'TODAY', concerns: [] },
  'referral.joined': { concerns: [] },
  'referral.received': {},
  'referral.triaged': { urgency: 'NOW' },
  'referral.asked': {},
  'referral.answered': {},
  'referral.declined': { reasonCode: 'SINGLE_NEED' },
  'referral.passed': {},
  'referral.attached': {},
  'referral.withdrawn': {},
  'referral.noticed': {},
  'referral.converted': {},
  'case.opened': { number: 'G-2026-0117', level: 'HIGH', leadId: id },
  'case.levelled': { from: 'HIGH', to: 'EMERGENCY' },
  'case.level-asked': { from: 'EMERGENCY', to: 'HIGH' },
  'case.level-kept': { to: 'EMERGENCY' },
  'case.turned': { dueAt: until, waitingOn: 'FAMILY' },
  'case.lead-changed': { fromId: id, toId: id },
  'case.member-added': { staffId: id, relation: 'MEMBER' },
  'case.member-left': { staffId: id },
  'case.closed': { reason: 'GOALS_REACHED' },
  'case.reopened': {},
  'case.glass-broken': { code: 'CHILD_IN_DANGER', until: '2026-11-24T03:00:00Z' },
  'note.written': { kind: 'VISIT', childSeen: true },
  'note.amended': { amendsId: id },
  'document.added': { documentId: id, kind: 'REPORT' },
  'document.taken-back': { documentId: id, kind: 'REPORT' },
  'plan.agreed': { goals: 2 },
  'goal.set': { goalId: id },
  'goal.rated': { goalId: id, rating: -1 },
  'goal.ended': { goalId: id },
  'intervention.proposed': { ...support, agencyId: id },
  'intervention.accepted': { ...support, startsOn: '2026-11-30' },
  'intervention.declined': { ...support, code: 'NO_CAPACITY' },
  'intervention.assigned': { ...support, staffId: id },
  'intervention.overdue': { ...support, agencyId: id },
  'intervention.session-held': { ...support, attendance: 'ATTENDED', response: 'GOOD', childSeen: true },
  'intervention.paused': { ...support, wakesOn: '2026-12-24' },
  'intervention.resumed': support,
  'intervention.woken': support,
  'intervention.completed': { ...support, result: 'ACHIEVED' },
  'intervention.discontinued': { ...support, reason: 'MOVED' },
  'consent.recorded': { recipientId: id, subject: 'GUARDIAN', state: 'GRANTED', items: ['ECON', 'CARE'], validUntil: until },
  'consent.narrowed': { recipientId: id, subject: 'GUARDIAN', items: ['ECON'] },
  'consent.withdrawn': { recipientId: id, subject: 'STUDENT' },
  'basis.recorded': { recipientId: id, kind: 'REPORT_DUTY', validUntil: until },
  'basis.reviewed': { recipientId: id },
  'basis.ended': { recipientId: id },
  'guardian.blocked': { all: true },
  'guardian.unblock-asked': {},
  'guardian.block-kept': {},
  'guardian.unblocked': {},
}

const types = Object.keys(events) as EventType[]

function entry(type: EventType, names: Partial<Entry> = {}): Entry {
  const frame = { id, at: new Date('2026-11-24T00:10:00Z'), layer: 'PLAN', audience: 'TEAM', domain: 'GENERAL', own: false, by: 'Moon', byAgency: 'Gaon', byKind: 'ISS_CENTER', person: 'Jung', agency: 'Narae', service: 'Grant', goal: 'Goal', note: null }
  return { ...frame, type, data: samples[type], ...names } as Entry
}

describe.each(locales)('in %s', (locale) => {
  test.each(types)('%s has a sentence of its own', (type) => {
    const { title, more } = say(entry(type), locale)
    for (const part of [title, ...more]) {
      expect(part).not.toBe('')
      // Neither a key nor a place that was not filled.
      expect(part).not.toMatch(/\{|\}|undefined|NaN|^[a-z]+(\.[a-zA-Z_-]+)+$/)
    }
    if (locale === 'en') expect([title, ...more].join()).not.toMatch(/[가-힣]/)
  })

  test.each(types)('%s can be said when a name is not there any more', (type) => {
    expect(say(entry(type, { person: null, agency: null, service: null, goal: null }), locale).title).not.toBe('')
  })
})

test('every event has a sign, and stands under exactly one kind to filter by', () => {
  const grouped = Object.values(eventGroups).flat()
  expect(grouped.toSorted()).toEqual(types.toSorted())
  for (const type of types) expect(iconOf(entry(type))).toMatch(/^[a-zA-Z]+$/)
})

test('red is for what must be looked at', () => {
  const red = types.filter((type) => toneOf(entry(type)) === 'red')
  expect(red).toEqual(['case.levelled', 'intervention.overdue'])
})
