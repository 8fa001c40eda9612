import { expect, test } from 'vitest'
import { z } from 'zod'
import { valuesOf } from '#lib/access/sent-values.ts'

function sent(...fields: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

test('a name that came twice has both values, and no one of them is taken for the answer', () => {
  expect(valuesOf(sent(['reason', 'a'], ['reason', 'b'], ['other', 'c']))).toEqual({ reason: ['a', 'b'], other: 'c' })
  expect(z.object({ reason: z.string() }).strict().safeParse(valuesOf(sent(['reason', 'a'], ['reason', 'b']))).success).toBe(false)
})

test('names that mean something to the language are names like others, and refused like others', () => {
  const strict = z.object({ reason: z.string() }).strict()
  for (const name of ['__proto__', 'constructor', 'prototype', 'toString']) {
    for (const times of [1, 2]) {
      const values = valuesOf(sent(['reason', 'a'], ...Array.from({ length: times }, (): [string, string] => [name, 'polluted'])))
      expect(Object.keys(values)).toContain(name)
      expect(strict.safeParse(values).success, `${name} × ${times}`).toBe(false)
    }
  }
  expect(Object.keys(Object.prototype)).toEqual([])
})
