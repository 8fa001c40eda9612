'use server'

import { z } from 'zod'
import { arrival } from '#lib/access/arrival.ts'
import { visitorAction } from '#lib/access/form.ts'
import { localPath } from '#lib/access/local-path.ts'
import { onTheWay } from '#lib/access/session.ts'
import { showSecond } from '#lib/access/show-second.ts'

const Second = z.object({ next: z.string().max(1_000).default(''), code: z.string().max(100, 'accounts.second.wrong').default(''), answer: z.string().max(6_000).default('') })

export const showSecondAction = visitorAction(Second, async ({ next, code, answer }) => {
  const who = await onTheWay()
  if (!who) return '/sign-in'
  if (!who.enough) await showSecond(who, { code: code.trim(), answer }, (await arrival()).address)
  return localPath(next)
})
