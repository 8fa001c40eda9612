import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Text } from '#lib/core/input.ts'
import { Invalid, NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import { isoDay } from '#lib/words/days.ts'
import { Month } from './filters.ts'

export const ReviewMonth = z.object({ month: Month, remark: Text(2000) })
export type ReviewMonth = z.output<typeof ReviewMonth>

/** The privacy officer has looked a month over, once. The month has begun. */
export async function reviewMonth(actor: Actor, { month, remark }: ReviewMonth): Promise<string> {
  must(actor, 'audit.review')
  refuseRegistrationNumber(remark, 'remark')
  if (month > isoDay(now()).slice(0, 7)) throw new Invalid('audit.refusal.notYet', 'month')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const id = newId()
    const { count } = await tx.auditReview.createMany({ data: [{ id, officeId, month: new Date(`${month}-01`), byId: staffId, at: now(), remark }], skipDuplicates: true })
    if (count === 0) throw new NotNow('audit.refusal.reviewed')
    await audit(tx, actor, 'audit.reviewed', { subjectId: id })
    return `/audit/months/${month}`
  })
}
