'use server'

import { z } from 'zod'
import { arrival } from '#lib/access/arrival.ts'
import { visitorAction } from '#lib/access/form.ts'
import { askReset } from '#lib/access/reset-password.ts'
import { Refusal } from '#lib/core/refusal.ts'

const AskReset = z.object({ email: z.string('core.field.required').trim().min(1, 'core.field.required').max(254, 'core.field.email') })

export const askResetAction = visitorAction(AskReset, async ({ email }) => {
  const minutes = await askReset(email, (await arrival()).address)
  if (minutes > 0) throw new Refusal(429, 'accounts.reset.wait', { minutes })
  return '/sign-in/reset?sent'
})
