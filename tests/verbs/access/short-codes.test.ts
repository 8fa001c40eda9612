import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TOTP, Secret } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entering, type Entering } from '#lib/access/entering.ts'
import { signInWithPassword } from '#lib/access/sign-in.ts'
import { beginTotp, codeFits, confirmTotp, totpToSetUp } from '#lib/access/totp.ts'
import { asIdentity, closeIdentityDoor } from '#lib/core/identity-door.ts'
import { cast, demoPassword } from '#prisma/seed/cast.ts'
import { setDatabaseTime } from '#tests/database.ts'
import { makeWorld, morning } from '#tests/world.ts'

/* An operator who wants no code to live longer than half a minute (HANAI_TOTP_SECONDS=30; OWASP ASVS 6.5.5). */

const folder = mkdtempSync(join(tmpdir(), 'hanai-keys-'))
Object.assign(process.env, { HANAI_KEYS: join(folder, 'keys.json'), HANAI_TOTP_SECONDS: '30' })
const world = await makeWorld()
let self: Entering
let letters = ''

const at = <T>(seconds: number, deed: () => Promise<T>) => world.at(new Date(morning.getTime() + seconds * 1_000), deed)
const codeAt = (seconds: number) => new TOTP({ secret: Secret.fromBase32(letters.replaceAll(' ', '')) }).generate({ timestamp: morning.getTime() + seconds * 1_000 })

beforeAll(async () => {
  await setDatabaseTime(morning)
  const result = await signInWithPassword(cast.find(({ name }) => name === '윤채담')?.email ?? '', demoPassword, { address: '10.1.2.3', userAgent: '', chosen: undefined })
  const found = 'key' in result ? await entering(result.key) : null
  if (!found) throw new Error('was not let in')
  self = found
  await beginTotp(self)
  letters = (await totpToSetUp(self))?.letters ?? ''
  await at(-600, () => confirmTotp(self, codeAt(-600), ''))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await closeIdentityDoor()
})

test.each([[-30, false], [-1, false], [0, true], [29, true], [30, false]])('of this half minute alone: a code of %i seconds from its beginning: %s', async (off, fits) => {
  await world.owner('update totp_factors set last_counter = null')
  expect(morning.getTime() % 30_000).toBe(0)
  expect(await at(0, () => codeFits(asIdentity, self, codeAt(off)))).toBe(fits)
})
