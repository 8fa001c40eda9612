import { expect, test } from 'vitest'
import { attendances, declineCodes, endReasons, moveNames, moveOf, openStates, responses, results, states } from '#lib/interventions/intervention.ts'
import { obstacle, sidesOf } from '#lib/interventions/obstacle.ts'
import { isMessageKey } from '#lib/words/translate.ts'
import { InterventionState } from '#prisma/generated/enums.ts'

test('every state of the database has its place and its word', () => {
  expect([...states].sort()).toEqual(Object.values(InterventionState).sort())
  for (const state of states) expect(isMessageKey(`interventions.state.${state}`)).toBe(true)
})

test('every code has a word', () => {
  const words = { declineCode: declineCodes, result: results, endReason: endReasons, attendance: attendances, response: responses, 'obstacle.elsewhere': moveNames }
  for (const [group, codes] of Object.entries(words)) for (const code of codes) expect([group, code, isMessageKey(`interventions.${group}.${code}`)]).toEqual([group, code, true])
})

test('from every open state there is a way on, and from no ended one', () => {
  for (const state of states) {
    const ways = moveNames.filter((name) => moveOf(name).from.includes(state))
    expect({ state, open: ways.length > 0 }).toEqual({ state, open: (openStates as readonly string[]).includes(state) })
  }
})

test('whoever stands on no side finds everything elsewhere', () => {
  const stranger = { staffId: 's', agencyId: 'a', role: 'COUNSELOR', inside: true } as const
  const standing = { state: 'PROPOSED', agencyId: 'b', proposerId: 'p', leadId: null } as const
  for (const name of moveNames) expect(obstacle(name, standing, stranger)).toBe('elsewhere')
  expect(sidesOf({ ...stranger, role: 'COORDINATOR' }, standing)).toEqual(['OFFICE'])
  // A coordinator's role outside the circle opens nothing.
  expect(sidesOf({ ...stranger, role: 'COORDINATOR', inside: false }, standing)).toEqual([])
})
