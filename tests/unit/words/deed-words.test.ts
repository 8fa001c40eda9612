import { expect, test } from 'vitest'
import { events } from '#lib/timeline/events.ts'
import { isMessageKey } from '#lib/words/translate.ts'

/** Written to the audit besides the events of a case. */
const others = ['case.read', 'case.denied', 'case.printed', 'intervention.read', 'intervention.denied', 'referral.viewed', 'referral.printed', 'session.begun', 'session.ended', 'roster.imported', 'reading.stopped', 'reading.extended']

test('the record of access has a word for each deed and each thing', () => {
  const keys = [...Object.keys(events), ...others].flatMap((action) => {
    const [thing, did] = action.split('.')
    return [`people.thing.${thing}`, `people.did.${did}`]
  })
  expect(keys.filter((key) => !isMessageKey(key))).toEqual([])
})
