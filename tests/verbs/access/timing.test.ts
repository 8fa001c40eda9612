import { afterAll, expect, test } from 'vitest'
import { signInWithPassword } from '#lib/access/sign-in.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { cast } from '#prisma/seed/cast.ts'
import { makeWorld } from '#tests/world.ts'

const world = await makeWorld()
afterAll(closeIdentityDoor)

const rounds = 15
const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** Processor time, in ms: what the machine does for others meanwhile does not count. */
async function timeOf(email: string, address: string): Promise<number> {
  const began = process.cpuUsage()
  expect(await signInWithPassword(email, 'a guess', { address, userAgent: undefined, chosen: undefined })).toEqual({ wrong: true })
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

test('how long a refusal takes does not tell whether there is such an account, or one that was closed', async () => {
  const closed = cast.slice(0, rounds).map(({ email }) => email)
  const known = cast.slice(rounds, 2 * rounds).map(({ email }) => email)
  await world.owner(`update accounts set deactivated_at = app.now() where email = any($1)`, [closed])
  const times = { known: [] as number[], unknown: [] as number[], closed: [] as number[] }

  // Side by side and in turning order: a slow moment of the machine is shared by all three.
  await timeOf('first@demo.example', '192.0.2.200')
  for (let round = 0; round < rounds; round++) {
    const tries = [
      async () => times.known.push(await timeOf(known[round % known.length] ?? '', `192.0.2.${round}`)),
      async () => times.unknown.push(await timeOf(`nobody${round}@demo.example`, `192.0.2.${round}`)),
      async () => times.closed.push(await timeOf(closed[round % closed.length] ?? '', `192.0.2.${round}`)),
    ]
    for (let at = 0; at < tries.length; at++) await tries[(at + round) % tries.length]?.()
  }

  const medians = Object.values(times).map(median)
  // Without the check of a password for those who have none it is tenfold.
  expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(1.5)
})
