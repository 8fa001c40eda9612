import { expect, test } from 'vitest'
import { z } from 'zod'
import { closureBlocks } from '#lib/cases/case.ts'
import { ratedDomains } from '#lib/cases/level.ts'
import { ratedFields, rateName, ratingsOf } from '#lib/cases/rated.ts'
import { ratingFields, withRatings } from '#lib/cases/rating-fields.ts'

const Form = z.object({ caseId: z.string(), ...ratingFields }).strict()

test('each domain has a row of its own; what is left open is not rated', () => {
  const form = Form.parse({ caseId: 'x', rateECON: '3', rateCARE: '0', rateLEARN: '' })
  expect(withRatings(form)).toEqual({ caseId: 'x', ratings: [['ECON', 3], ['CARE', 0]] })
  expect(Object.keys(ratingFields)).toEqual(ratedDomains.map(rateName))
})

test('no other rating, and no other row, comes through', () => {
  for (const wrong of ['4', '-1', '1.5', 'EMERGENCY']) expect(Form.safeParse({ caseId: 'x', rateECON: wrong }).success).toBe(false)
  expect(Form.safeParse({ caseId: 'x', rateECON: ['1', '2'] }).success).toBe(false)
  expect(Form.safeParse({ caseId: 'x', rateGENERAL: '1' }).success).toBe(false)
})

test('what was decided comes back into the same rows', () => {
  const ratings = { ECON: 3, CARE: 1 } as const
  expect(Object.fromEntries(ratingsOf(ratedFields(ratings)))).toEqual(ratings)
})

test('a case is kept open by help under way, by a proposal that waits, and by an emergency', () => {
  const calm = { level: 'HIGH', proposal: null } as const
  expect(closureBlocks(calm, [{ state: 'COMPLETED' }, { state: 'DECLINED' }, { state: 'DISCONTINUED' }]).any).toBe(false)
  for (const state of ['PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED']) expect(closureBlocks(calm, [{ state }])).toMatchObject({ supports: [{ state }], any: true })
  expect(closureBlocks({ level: 'HIGH', proposal: {} }, []).any).toBe(true)
  expect(closureBlocks({ level: 'EMERGENCY', proposal: null }, []).any).toBe(true)
})
