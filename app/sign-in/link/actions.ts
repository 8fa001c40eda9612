'use server'

import { z } from 'zod'
import { arrival } from '#lib/access/arrival.ts'
import { visitorAction } from '#lib/access/form.ts'
import { NewPassword } from '#lib/access/new-password.ts'
import { setPasswordByLink } from '#lib/access/reset-password.ts'

export const setPasswordAction = visitorAction(z.object({ token: z.string().max(100), newPassword: NewPassword }), async ({ token, newPassword }) => {
  await setPasswordByLink(token, newPassword, (await arrival()).address)
  return '/sign-in?done'
})
