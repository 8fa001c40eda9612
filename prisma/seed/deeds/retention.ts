import type pg from 'pg'
import { askWith } from '#lib/core/ask.ts'
import { askDestruction, decideDestruction } from '#lib/retention/destroy.ts'
import { forgetDestroyed } from '#lib/retention/forget-keys.ts'
import { setHold } from '#lib/retention/hold-case.ts'
import { demoPassword } from '../cast.ts'
import type { Deed } from '../story.ts'
import { idIn } from './id-in.ts'

export const holds = (caseId: string, reason: string): Deed<string> => ({ actor }) => setHold(actor, { caseId, reason })

export const wantsDestroyed = (caseId: string): Deed<string> => async ({ actor }) => idIn(await askDestruction(actor, { cases: [caseId], password: demoPassword }))

export const agreesToDestroy = (id: string): Deed<string> => ({ actor }) => decideDestruction(actor, { id, answer: 'AGREED', password: demoPassword })

/** The nights in which it was done: by the clock, which does not run while stories are told. */
export async function destroyByNight(owner: pg.Client): Promise<void> {
  await owner.query('select app.destroy_next()')
  await forgetDestroyed(askWith(owner))
  const night = `((d.decided_at at time zone 'Asia/Seoul')::date + 1 + time '02:22') at time zone 'Asia/Seoul'`
  await owner.query(`update destroyed_cases x set done_at = ${night}, keys_gone_at = ${night} from destructions d where d.office_id = x.office_id and d.id = x.destruction_id and x.done_at is not null`)
  await owner.query(`update destructions d set done_at = ${night} where d.state = 'DONE'`)
}
