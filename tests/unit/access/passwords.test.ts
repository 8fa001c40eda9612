import { verify } from '@node-rs/argon2'
import { beforeEach, expect, test, vi } from 'vitest'
import { hashPassword, passwordFits, tooBusyToCheck } from '#lib/access/passwords.ts'

vi.mock('@node-rs/argon2', { spy: true })

beforeEach(() => {
  vi.mocked(verify).mockReset()
})

test('a password fits its own hash, in any composition of its letters, and no other', async () => {
  const kept = await hashPassword('한아이 열쇠')
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await passwordFits(kept, '한아이 열쇠'.normalize('NFD'))).toBe(true)
  expect(await passwordFits(kept, '한아이 열쇄')).toBe(false)
  expect(await hashPassword('한아이 열쇠')).not.toBe(kept)
})

test('no password fits an account without one, and the check is made all the same', async () => {
  vi.mocked(verify).mockResolvedValue(true)
  expect(await passwordFits(null, 'anything')).toBe(false)
  expect(await passwordFits(undefined, 'anything')).toBe(false)
  expect(verify).toHaveBeenCalledTimes(2)
})

test('two checks at a time, in the order they came; with two hundred waiting it is too busy', async () => {
  const finish: (() => void)[] = []
  vi.mocked(verify).mockImplementation(() => new Promise((resolve) => finish.push(() => resolve(true))))
  const done: number[] = []
  const all = Array.from({ length: 202 }, (_, at) => passwordFits('kept', 'x').then(() => done.push(at)))
  await Promise.resolve()
  expect(verify).toHaveBeenCalledTimes(2)
  expect(tooBusyToCheck()).toBe(true)

  for (let at = 0; at < 202; at++) {
    expect(finish).toHaveLength(Math.min(at + 2, 202))
    finish[at]?.()
    await all[at]
    await new Promise(setImmediate)
  }
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  expect(tooBusyToCheck()).toBe(false)
})

test('a check that fails lets the next one in', async () => {
  vi.mocked(verify).mockRejectedValueOnce(new Error('broken hash')).mockRejectedValueOnce(new Error('broken hash'))
  expect(await Promise.all([passwordFits('a', 'x'), passwordFits('b', 'x')])).toEqual([false, false])
  vi.mocked(verify).mockResolvedValue(true)
  expect(await passwordFits('c', 'x')).toBe(true)
})

test('of many letters every one counts', async () => {
  const long = 'ㄱ나다 long words and more of them '.repeat(10)
  const kept = await hashPassword(long)
  expect(await passwordFits(kept, long)).toBe(true)
  expect(await passwordFits(kept, long.slice(0, -1))).toBe(false)
  expect(await passwordFits(kept, long.slice(0, 72))).toBe(false)
})
