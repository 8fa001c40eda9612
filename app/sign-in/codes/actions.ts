'use server'

import { z } from 'zod'
import { visitorAction } from '#lib/access/form.ts'
import { localPath } from '#lib/access/local-path.ts'
import { hideCodes } from '#lib/access/recovery-codes.ts'
import { onTheWay } from '#lib/access/session.ts'

export const codesKeptAction = visitorAction(z.object({ next: z.string().max(1_000).default('') }), async ({ next }) => {
  const who = await onTheWay()
  if (who?.enough) await hideCodes(who)
  return localPath(next)
})
