import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { Version } from '#lib/core/input.ts'
import { record } from '#lib/timeline/record.ts'
import { changeCase, openCaseOf } from './move-case.ts'
import { refuseObserver } from './part.ts'
import { turnFields, turnOf } from './turn.ts'

export const SetTurn = z.object({ caseId: Id, version: Version, ...turnFields })
export type SetTurn = z.output<typeof SetTurn>

/** Says what happens next, by when, and whose turn it is. */
export async function setTurn(actor: Actor, { caseId, version, ...input }: SetTurn): Promise<string> {
  must(actor, 'case.turn')

  return asActor(actor, async (tx) => {
    await openCaseOf(tx, actor, caseId)
    await refuseObserver(tx, actor, caseId)
    const turn = await turnOf(tx, actor, input)
    await changeCase(tx, actor, { id: caseId, version }, turn)
    await record(tx, actor, { type: 'case.turned', caseId, data: { dueAt: turn.dueAt.toISOString(), waitingOn: turn.waitingOn } })
    return `/cases/${caseId}`
  })
}
