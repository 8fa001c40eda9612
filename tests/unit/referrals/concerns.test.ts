import { expect, test } from 'vitest'
import { concernAreas, concerns, domainOf, gravest, isRedFlag, proposedUrgency } from '#lib/referrals/concerns.ts'
import { SubmitReferral, urgencyOf } from '#lib/referrals/inputs.ts'

test('form F1’s boxes: 22 in four areas, each once and each in a domain', () => {
  expect(Object.keys(concernAreas)).toEqual(['LEARNING', 'MIND', 'SAFETY', 'LIVING'])
  expect(concerns).toHaveLength(22)
  expect(new Set(concerns).size).toBe(22)
  for (const concern of concerns) expect(domainOf[concern]).toBeTruthy()
})

test('danger to life is proposed as urgent, a person may say otherwise, and anything else must be said', () => {
  expect(proposedUrgency(['SELF_HARM'])).toBe('NOW')
  expect(proposedUrgency(['SKIPPED_MEALS', 'ABUSE'])).toBe('NOW')
  expect(proposedUrgency(['SKIPPED_MEALS'])).toBeUndefined()
  expect(urgencyOf({ concerns: ['SELF_HARM'], urgency: 'TODAY' })).toBe('TODAY')
  expect(isRedFlag('SEXUAL_VIOLENCE')).toBe(true)
  expect(isRedFlag('anything')).toBe(false)
})

test('the timeline tells one domain and what belongs to it, the gravest', () => {
  expect(gravest(['HARDSHIP', 'SELF_HARM', 'DEPRESSION'])).toEqual({ domain: 'SUICIDE', concerns: ['SELF_HARM'] })
  expect(gravest(['SCHOOL_VIOLENCE', 'SEXUAL_VIOLENCE', 'OBESITY'])).toEqual({ domain: 'VIOLENCE', concerns: ['SCHOOL_VIOLENCE', 'SEXUAL_VIOLENCE'] })
  expect(gravest([])).toEqual({ domain: 'GENERAL', concerns: [] })
  expect(gravest(['NO_SUCH_BOX'])).toEqual({ domain: 'GENERAL', concerns: [] })
})

test('what a form sends is taken as it stands: one box or several, and only boxes that exist', () => {
  const sent = { studentId: '01a21459-80c0-7609-9e15-650f5273e075', concerns: 'HARDSHIP', sentence: '  급식비를 못 냈어요.\r\n두 달째예요. ', urgency: '' }
  expect(SubmitReferral.parse(sent)).toMatchObject({ concerns: ['HARDSHIP'], sentence: '급식비를 못 냈어요.\n두 달째예요.', urgency: undefined, welfare: [], wishes: '' })
  for (const wrong of [{ concerns: [] }, { concerns: 'ANYTHING' }, { sentence: ' \u0000 ' }, { sentence: 'ㄱ'.repeat(1001) }, { urgency: 'LATER' }, { studentId: '1' }, { requestedBy: 'NEIGHBOUR' }, { family: ['PARENTS', 'x'] }]) {
    expect(SubmitReferral.safeParse({ ...sent, ...wrong }).success, JSON.stringify(wrong).slice(0, 60)).toBe(false)
  }
})
