import { afterAll, beforeEach, expect, test } from 'vitest'
import { newCodes, removeApp, removePasskey } from '#lib/access/factor-deeds.ts'
import { newId } from '#lib/core/id.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { makeWorld } from '#tests/world.ts'

const world = await makeWorld()
afterAll(closeIdentityDoor)
beforeEach(() => world.owner('update sessions set proven_at = null, second_at = null'))

test('taking a factor away and making codes anew want a proof', async () => {
  const who = world.as('윤채담')
  for (const password of ['', 'a guess']) {
    const message = password === '' ? 'access.proof.needed' : 'access.proof.wrong'
    await expect(removeApp(who, { password })).rejects.toMatchObject({ message })
    await expect(removePasskey(who, { passkeyId: newId(), password })).rejects.toMatchObject({ message })
    await expect(newCodes(who, { password })).rejects.toMatchObject({ message })
  }
  const { rows } = await world.owner('select (select count(*)::int from recovery_codes) as codes')
  expect(rows).toEqual([{ codes: 0 }])
})
