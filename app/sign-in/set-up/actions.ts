'use server'

import { z } from 'zod'
import { arrival } from '#lib/access/arrival.ts'
import { maySetUp, type Entering } from '#lib/access/entering.ts'
import { visitorAction } from '#lib/access/form.ts'
import { addPasskey } from '#lib/access/passkeys.ts'
import { Proof } from '#lib/access/proof.ts'
import { prove } from '#lib/access/prove.ts'
import { onTheWay } from '#lib/access/session.ts'
import { beginTotp, confirmTotp } from '#lib/access/totp.ts'
import { Text } from '#lib/core/input.ts'
import { NotAllowed } from '#lib/core/refusal.ts'

const Next = z.string().max(1_000).default('')
const on = (path: string, next: string) => (next === '' ? path : `${path}?next=${encodeURIComponent(next)}`)

/** Whoever may set up a factor: on her way in with none, or in and just proven. */
async function setter(password: string): Promise<Entering> {
  const who = await onTheWay()
  if (!who || !maySetUp(who)) throw new NotAllowed('core.refusal.signedOut')
  if (who.enough) await prove({ sessionKey: who.sessionKey, officeId: who.office_id, staffId: who.staff_id }, password)
  return who
}

export const beginAppAction = visitorAction(z.object({ next: Next, password: Proof }), async ({ next, password }) => {
  await beginTotp(await setter(password))
  return on('/sign-in/set-up/app', next)
})

export const confirmAppAction = visitorAction(z.object({ next: Next, password: Proof, code: z.string('core.field.required').trim().min(1, 'core.field.required').max(20, 'accounts.second.wrong') }), async ({ next, password, code }) => {
  await confirmTotp(await setter(password), code, (await arrival()).address)
  return on('/sign-in/codes', next)
})

export const addPasskeyAction = visitorAction(z.object({ next: Next, password: Proof, name: Text(60), answer: z.string().max(10_000).default('') }), async ({ next, password, name, answer }) => {
  await addPasskey(await setter(password), name, answer, (await arrival()).address)
  return on('/sign-in/codes', next)
})
