import { expect, test } from 'vitest'
import { newId } from '#lib/core/id.ts'
import { makeBell } from '#lib/timeline/bell.ts'
import { shortlyBefore } from '#lib/timeline/look-back.ts'

test('looking back reaches twenty seconds before an identifier was made', () => {
  const id = newId()
  const made = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  const floor = shortlyBefore(id)
  expect(Number.parseInt(floor.replaceAll('-', '').slice(0, 12), 16)).toBe(made - 20_000)
  expect(floor < id).toBe(true)
  expect(shortlyBefore('00000000-0000-7000-8000-000000000000')).toBe('00000000-0000-7000-8000-000000000000')
})

test('a bell that rang before the wait, or more than once, is heard once', async () => {
  const bell = makeBell()
  bell.ring()
  bell.ring()
  expect(await bell.wait(60_000)).toBe(true)
  expect(await bell.wait(1)).toBe(false)
  const waiting = bell.wait(60_000)
  bell.ring()
  expect(await waiting).toBe(true)
})
