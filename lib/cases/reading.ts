import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import { Proof } from '#lib/access/proof.ts'
import { prove } from '#lib/access/prove.ts'
import { justProven } from '#lib/access/proven.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { tell } from '#lib/notices/tell.ts'
import { audit } from '#lib/timeline/audit.ts'

export const ReadOn = z.object({ caseId: Id, password: Proof })
export type ReadOn = z.output<typeof ReadOn>

/**
 * Whether a case was not found because the reader has opened as many today as her office lets pass without a proof. Asked
 * only where none was found. She is told so, whether there is such a case or not; it is on record, and the privacy
 * officer hears of it the first time in a day.
 */
export async function spent(tx: Tx, actor: Actor, caseId: string): Promise<boolean> {
  const [asked] = await tx.$queryRaw<{ spent: boolean; again: boolean }[]>`
    select app.reading_spent(${caseId}::uuid) as spent, exists (select from audit_entries a where a.office_id = ${actor.officeId}::uuid
      and a.staff_id = ${actor.staffId}::uuid and a.action = 'reading.stopped' and a.at > app.now() - interval '24 hours') as again`
  if (!asked?.spent) return false
  await audit(tx, actor, 'reading.stopped', {})
  if (!asked.again) await alarm(tx, actor)
  return true
}

/** Goes on reading after a proof, as many cases again. */
export async function readOn(actor: Actor, { caseId, password }: ReadOn): Promise<string> {
  must(actor, 'case.read')
  await prove(actor, password)
  return asActor(actor, async (tx) => {
    const [asked] = await tx.$queryRaw<{ spent: boolean }[]>`select app.reading_spent(${caseId}::uuid) as spent`
    if (asked?.spent) {
      await audit(tx, actor, 'reading.extended', {})
      await alarm(tx, actor)
    }
    return `/cases/${caseId}`
  })
}

/** What the page that stops her needs; null when nothing does. */
export async function stopped(tx: Tx, caseId: string): Promise<{ cases: number; proven: boolean } | null> {
  const [asked] = await tx.$queryRaw<{ spent: boolean; cases: number | null }[]>`select app.reading_spent(${caseId}::uuid) as spent, app.cases_a_day() as cases`
  return asked?.spent && asked.cases !== null ? { cases: asked.cases, proven: await justProven(tx) } : null
}

async function alarm(tx: Tx, actor: Actor) {
  const { officeId, staffId } = actor
  const officers = await tx.staff.findMany({ where: { officeId, role: 'PRIVACY_OFFICER', leftAt: null }, select: { id: true } })
  for (const officer of officers) await tell(tx, actor, { kind: 'reading.spent', path: `/audit?staff=${staffId}`, staffId: officer.id })
}
