import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { tell } from '#lib/notices/tell.ts'

/** Whoever was let in or put in charge hears that something waits for her; of whom it is she learns after signing in. */
export async function tellTeam(tx: Tx, actor: Actor, caseId: string, staffIds: readonly string[]): Promise<void> {
  for (const staffId of new Set(staffIds)) await tell(tx, actor, { kind: 'case.assigned', path: `/cases/${caseId}`, staffId })
}
