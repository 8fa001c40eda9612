import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import type { Domain } from '#lib/timeline/layers.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { isOpen, moveOf, type InterventionState, type MoveName } from './intervention.ts'
import { obstacle } from './obstacle.ts'

const columns = {
  id: true, caseId: true, domain: true, serviceCode: true, agencyId: true, staffId: true, proposerId: true, state: true,
  startsOn: true, endsOn: true, version: true,
} as const

/** The help as its verbs see it; what the actor may not see does not exist. */
export async function interventionFor(tx: Tx, { officeId }: Actor, id: string) {
  const found = await tx.intervention.findFirst({ where: { officeId, id }, select: columns })
  if (!found) throw new NotFound()
  // Null where the case does not open for the asker: an agency that has not answered yet.
  const ofCase = await tx.case.findFirst({ where: { officeId, id: found.caseId }, select: { leadId: true, level: true } })
  // Every domain came through ProposeIntervention.
  return { ...found, domain: found.domain as Domain, leadId: ofCase?.leadId ?? null, level: ofCase?.level ?? null }
}
export type InterventionRow = Awaited<ReturnType<typeof interventionFor>>

interface Change {
  /** What the page showed; a later version means that somebody was faster. */
  version?: number | undefined
  set?: Prisma.InterventionUncheckedUpdateManyInput
}

/** Moves by compare-and-set: of two who press at once, one wins and the other is told who. */
export async function moveIntervention(tx: Tx, actor: Actor, name: MoveName, found: InterventionRow, { version, set }: Change = {}): Promise<void> {
  const reason = obstacle(name, found, actor)
  if (reason === 'elsewhere') throw new NotAllowed(`interventions.obstacle.elsewhere.${name}`)
  if (reason === 'state') throw await fasterThan(tx, actor, found.id)

  const { from, to } = moveOf(name)
  const { count } = await tx.intervention.updateMany({
    where: { officeId: actor.officeId, id: found.id, state: { in: [...from] }, version: version ?? found.version },
    data: { ...set, version: { increment: 1 }, ...(to && { state: to, ...clocksOff(to) }) },
  })
  if (count === 0) throw await fasterThan(tx, actor, found.id)
}

/** What has ended waits for nobody and wakes no more. */
const clocksOff = (to: InterventionState) => (isOpen(to) ? {} : { dueAt: null, wakesOn: null })

/** Who it was, when that can be said. */
async function fasterThan(tx: Tx, actor: Actor, id: string): Promise<NotNow> {
  const [last] = await tx.$queryRaw<{ staff_id: string; name: string; name_en: string | null }[]>`
    select s.id as staff_id, s.name, s.name_en from app.intervention_last(${id}::uuid) l
    join staff s on s.office_id = ${actor.officeId}::uuid and s.id = l.staff_id`
  if (!last || last.staff_id === actor.staffId) return new NotNow('core.refusal.notNow')
  return new NotNow('interventions.refusal.faster', { name: actor.locale === 'en' ? (last.name_en ?? last.name) : last.name })
}
