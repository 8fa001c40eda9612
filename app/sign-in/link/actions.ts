'use server'

import { z } from 'zod'
import { arrival } from '#lib/access/arrival.ts'
import { visitorAction } from '#lib/access/form.ts'
import { NewPassword } from '#lib/access/new-password.ts'
import { recover } from '#lib/access/recover.ts'
import { setPasswordByLink } from '#lib/access/reset-password.ts'

export const setPasswordAction = visitorAction(z.object({ token: z.string().max(100), newPassword: NewPassword }), async ({ token, newPassword }) => {
  await setPasswordByLink(token, newPassword, (await arrival()).address)
  return '/sign-in?done'
})

const Recover = z.object({ token: z.string().max(100), password: z.string('core.field.required').min(1, 'core.field.required').max(1_000, 'core.field.tooLong') })

export const recoverAction = visitorAction(Recover, async ({ token, password }) => {
  await recover(token, password, (await arrival()).address)
  return '/sign-in?recovered'
})
