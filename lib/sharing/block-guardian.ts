import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid, NotFound, NotNow } from '#lib/core/refusal.ts'
import { tell } from '#lib/notices/tell.ts'
import { record } from '#lib/timeline/record.ts'
import type { BlockGuardian } from './guardian-block.ts'

interface Child {
  caseId: string
  studentId: string
}

/**
 * Says that a guardian is not told. Whoever of the team knows a reason says so, an observer too: it closes and opens
 * nothing. What stood on its own since a basis was recorded gives way to whom a person names.
 */
export async function blockGuardian(actor: Actor, { caseId, guardianIds, all = false, code, reason }: BlockGuardian): Promise<string> {
  must(actor, 'guardian.block')
  if (!all && guardianIds.length === 0) throw new Invalid('sharing.refusal.whichGuardian', 'guardianIds')

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await tx.case.findFirst({ where: { officeId, id: caseId }, select: { studentId: true } })
    if (!found) throw new NotFound()
    const { studentId } = found
    const meant = all ? [{ guardianId: null, relation: null }] : await guardiansAmong(tx, actor, studentId, guardianIds)

    await giveWay(tx, actor, studentId)
    const ids = meant.map(() => newId())
    await tx.guardianBlock.createMany({
      data: meant.map((one, at) => ({ id: ids[at] ?? newId(), officeId, studentId, caseId, ...one, source: 'NAMED', setById: staffId, setAt: now() })),
    })
    await tx.guardianBlockReason.createMany({ data: ids.map((blockId) => ({ id: newId(), officeId, blockId, part: 'SET', code, body: reason, byId: staffId, at: now() })) })
    await tellOfBlock(tx, actor, { caseId, studentId }, all)
    return `/cases/${caseId}/guardians`
  })
}

/** Until somebody says who is meant nobody is told: what a basis of such a kind brings with it. Whether there is one now that was not before. */
export async function blockForBasis(tx: Tx, actor: Actor, { caseId, studentId }: Child): Promise<boolean> {
  const { officeId, staffId } = actor
  const standing = await tx.guardianBlock.count({ where: { officeId, studentId, endedAt: null } })
  if (standing > 0) return false
  await tx.guardianBlock.createMany({ data: [{ id: newId(), officeId, studentId, caseId, source: 'BASIS', setById: staffId, setAt: now() }] })
  await tellOfBlock(tx, actor, { caseId, studentId }, true)
  return true
}

async function giveWay(tx: Tx, { officeId, staffId, inside }: Actor, studentId: string) {
  if (!inside) return
  const given = await tx.guardianBlock.updateMany({ where: { officeId, studentId, source: 'BASIS', endedAt: null }, data: { replaced: true, endedById: staffId, endedAt: now() } })
  const whole = given.count === 0 && (await tx.guardianBlock.count({ where: { officeId, studentId, guardianId: null, endedAt: null } })) > 0
  if (whole) throw new NotNow('sharing.refusal.allBlocked')
}

/** They must be this child's, today. */
async function guardiansAmong(tx: Tx, { officeId }: Actor, studentId: string, ids: string[]) {
  const links = await tx.guardianLink.findMany({ where: { officeId, studentId, guardianId: { in: ids }, endedAt: null }, select: { guardianId: true, relation: true } })
  if (links.length !== new Set(ids).size) throw new Invalid('core.refusal.foreign', 'guardianIds')
  return links
}

/** Everybody of the team hears that there is something to heed before she calls home. */
async function tellOfBlock(tx: Tx, actor: Actor, { caseId }: Child, all: boolean) {
  await record(tx, actor, { type: 'guardian.blocked', caseId, data: { all } })
  const team = await tx.caseMember.findMany({ where: { officeId: actor.officeId, caseId, endedAt: null }, select: { staffId: true } })
  for (const staffId of new Set(team.map((member) => member.staffId))) await tell(tx, actor, { kind: 'guardian.blocked', path: `/cases/${caseId}`, staffId })
}
