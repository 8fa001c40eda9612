import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { Day, Many } from '#lib/core/input.ts'
import { Invalid, NotAllowed, NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import { isoDay } from '#lib/words/days.ts'

/** Everybody who was at a training, at once. */
export const TrainPeople = z.object({ doneOn: Day, people: Many(Id, 1, 500) })
export type TrainPeople = z.output<typeof TrainPeople>

/** Puts down a security training of others; it counts for a year. Never one's own. */
export async function trainPeople(actor: Actor, { doneOn, people }: TrainPeople): Promise<string> {
  must(actor, 'people.train')
  if (people.includes(actor.staffId)) throw new NotAllowed('colleagues.refusal.own')
  if (doneOn > isoDay(now())) throw new Invalid('core.field.past', 'doneOn')
  return asActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ n: number }[]>`select app.train_people(${people}::uuid[], ${doneOn}::date) as n`
    if (!row?.n) throw new NotNow('colleagues.refusal.noneTrained')
    for (const subjectId of people) await audit(tx, actor, 'training.recorded', { subjectId })
    return '/people?state=ending'
  })
}
