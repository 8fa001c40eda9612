import { describe, expect, test } from 'vitest'
import { levelDecision } from '#lib/cases/assessment.ts'
import { aggravators, domainsOf, isLower, levels, needsSecondPerson, proposeLevel, ratedDomains, redFlags, type Assessment } from '#lib/cases/level.ts'

const found = (ratings: Assessment['ratings'], more: Partial<Assessment> = {}): Assessment => ({ redFlags: [], aggravators: [], ratings, ...more })
/** So many domains at each rating. */
const counts = (ones: number, twos: number, threes: number): Assessment['ratings'] =>
  Object.fromEntries([...Array<1>(ones).fill(1), ...Array<2>(twos).fill(2), ...Array<3>(threes).fill(3)].map((rating, at) => [ratedDomains[at] ?? 'LEARN', rating]))

describe('what the rule proposes', () => {
  test.each([
    ['nothing rated', counts(0, 0, 0), null],
    ['all looked at, nothing found', { LEARN: 0, CARE: 0 } as const, null],
    ['one domain to watch', counts(1, 0, 0), 'WATCH'],
    ['two to watch', counts(2, 0, 0), 'WATCH'],
    ['three to watch', counts(3, 0, 0), 'MODERATE'],
    ['one that needs action', counts(0, 1, 0), 'MODERATE'],
    ['two that need action', counts(0, 2, 0), 'MODERATE'],
    ['two that need action, and much to watch', counts(9, 2, 0), 'MODERATE'],
    ['three that need action', counts(0, 3, 0), 'HIGH'],
    ['one that needs action at once', counts(0, 0, 1), 'HIGH'],
    ['everything at its worst, and no red flag', counts(0, 0, 15), 'HIGH'],
  ] as const)('%s', (_, ratings, level) => {
    expect(proposeLevel(found(ratings))).toBe(level)
  })

  test.each(aggravators)('two that need action and %s: high', (aggravator) => {
    expect(proposeLevel(found(counts(0, 2, 0), { aggravators: [aggravator] }))).toBe('HIGH')
  })

  test('what makes it harder weighs only beside two that need action', () => {
    expect(proposeLevel(found(counts(0, 0, 0), { aggravators }))).toBeNull()
    expect(proposeLevel(found(counts(2, 0, 0), { aggravators }))).toBe('WATCH')
    expect(proposeLevel(found(counts(2, 1, 0), { aggravators }))).toBe('MODERATE')
  })

  test.each(redFlags)('%s is an emergency, whatever else is so', (flag) => {
    expect(proposeLevel(found({}, { redFlags: [flag] }))).toBe('EMERGENCY')
    expect(proposeLevel(found(counts(3, 3, 3), { redFlags: [flag], aggravators }))).toBe('EMERGENCY')
  })
})

describe('what a person decides', () => {
  const decide = (level: (typeof levels)[number], reason = '', ratings: [(typeof ratedDomains)[number], 0 | 1 | 2 | 3][] = [['ECON', 3]]) =>
    levelDecision({ redFlags: [], aggravators: [], ratings, level, levelReason: reason })

  test('as proposed, needs no reason', () => {
    expect(decide('HIGH')).toMatchObject({ proposed: 'HIGH', decided: 'HIGH', reason: '' })
  })

  test.each(['EMERGENCY', 'MODERATE', 'WATCH'] as const)('%s instead of high needs one', (level) => {
    expect(() => decide(level)).toThrow('cases.refusal.reasonFrom.HIGH')
    expect(decide(level, '교감이 확인')).toMatchObject({ proposed: 'HIGH', decided: level })
  })

  test('without a rating any decision needs one, and stands as its own proposal', () => {
    expect(() => decide('WATCH', '', [])).toThrow('cases.refusal.reasonUnrated')
    expect(decide('WATCH', '지켜보기로 함', [])).toMatchObject({ proposed: 'WATCH', decided: 'WATCH', ratings: {} })
  })
})

test('the second person is needed below an emergency, and nowhere else', () => {
  for (const from of levels) {
    for (const to of levels) expect({ from, to, needs: needsSecondPerson(from, to) }).toEqual({ from, to, needs: from === 'EMERGENCY' && to !== 'EMERGENCY' })
  }
  expect(levels.map((to) => isLower('HIGH', to))).toEqual([false, false, true, true])
})

test('a case is about what weighs most first', () => {
  expect(domainsOf({ LEARN: 1, ECON: 3, CARE: 2, CAREER: 0 })).toEqual(['ECON', 'CARE', 'LEARN'])
})
