import { AskApproval } from '#lib/people/access-change.ts'
import { askApproval } from '#lib/people/ask-change.ts'
import { askRecovery } from '#lib/people/ask-recovery.ts'
import { askCheck } from '#lib/audit/ask-check.ts'
import type { Stage } from './stage.ts'
import { day, idIn } from './words.ts'

/** What there is once for all, about nobody's child: pages of these have an identifier too. */
export interface Commons {
  person: string
  agency: string
  change: string
  recovery: string
  check: string
}

/** `soon` asks again until there is an answer: the chain is gone through by a job of the service. */
export async function makeCommons({ as, ground, owner, ...stage }: Stage, soon: <T>(ask: () => Promise<T | undefined>) => Promise<T>): Promise<Commons> {
  const [person, agency] = [ground.staffIds['모은결'] ?? '', ground.agencyIds['LRC'] ?? '']
  await askCheck(as('노을기'))
  const change = idIn(await askApproval(as('하도경'), AskApproval.parse({ staffId: person, validUntil: day({ as, ground, owner, ...stage }, 300), paper: '학습-12' })))
  const recovery = idIn(await askRecovery(as('하도경'), { staffId: person, reason: '전화기를 바꾸었어요' }))
  const check = await soon(async () => ((await owner('select id from audit_checks')).rows[0] as { id: string } | undefined)?.id)
  return { person, agency, change, recovery, check }
}
