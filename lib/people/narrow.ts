import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { Day, Maybe } from '#lib/core/input.ts'
import { Invalid, NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { tell } from '#lib/notices/tell.ts'
import { audit } from '#lib/timeline/audit.ts'
import { isoDay } from '#lib/words/days.ts'

/* What narrows somebody's rights: at once, by one person, and never one's own. */

export const AboutPerson = z.object({ staffId: Id })
export type AboutPerson = z.output<typeof AboutPerson>

/** Without a day: now. */
export const EndPerson = z.object({ staffId: Id, lastDay: Maybe(Day) })
export type EndPerson = z.output<typeof EndPerson>

/** Cut off in this moment, whatever is open; what waits for her shows to her lead as nobody's. */
export async function suspendPerson(actor: Actor, { staffId }: AboutPerson): Promise<string> {
  return narrowed(actor, staffId, 'account.suspended', async (tx) => {
    const done = await answer(tx.$queryRaw`select app.suspend_person(${staffId}::uuid) as done`)
    if (done) await tellLeads(tx, actor, staffId)
    return done
  })
}

/** Signed out of every browser, from its next request on: a telephone was lost. She may sign in again. */
export async function signPersonOut(actor: Actor, { staffId }: AboutPerson): Promise<string> {
  return narrowed(actor, staffId, 'session.ended-by-another', (tx) => answer(tx.$queryRaw`select app.sign_person_out(${staffId}::uuid) as done`))
}

/** Her last day, or the end itself. While something waits for her nobody ends it: the database refuses too. */
export async function endPerson(actor: Actor, { staffId, lastDay }: EndPerson): Promise<string> {
  if (lastDay && lastDay < isoDay(now())) throw new Invalid('core.field.future', 'lastDay')
  return narrowed(actor, staffId, lastDay ? 'account.leaving' : 'account.ended', (tx) => answer(tx.$queryRaw`select app.end_person(${staffId}::uuid, ${lastDay ?? null}::date) as done`))
}

/** She stays after all. */
export async function stayPerson(actor: Actor, { staffId }: AboutPerson): Promise<string> {
  return narrowed(actor, staffId, 'account.staying', (tx) => answer(tx.$queryRaw`select app.stay_person(${staffId}::uuid) as done`))
}

export async function endApproval(actor: Actor, { staffId }: AboutPerson): Promise<string> {
  return narrowed(actor, staffId, 'approval.ended', (tx) => answer(tx.$queryRaw`select app.end_approval(${staffId}::uuid) as done`))
}

async function narrowed(actor: Actor, staffId: string, deed: string, work: (tx: Tx) => Promise<boolean>): Promise<string> {
  must(actor, 'people.narrow')
  if (staffId === actor.staffId) throw new NotAllowed('colleagues.refusal.own')
  return asActor(actor, async (tx) => {
    await refuseStranger(tx, staffId)
    if (!(await work(tx))) throw new NotNow('core.refusal.faster')
    await audit(tx, actor, deed, { subjectId: staffId })
    return `/people/${staffId}`
  })
}

async function refuseStranger(tx: Tx, staffId: string) {
  const [found] = await tx.$queryRaw<{ mine: boolean }[]>`select app.in_my_charge(${staffId}::uuid) as mine`
  if (!found?.mine) throw new NotFound()
}

const answer = async (asked: PromiseLike<unknown>): Promise<boolean> => {
  const [row] = (await asked) as { done: boolean }[]
  return row?.done ?? false
}

/** Whoever answers for the agency hears that its work lies there. */
async function tellLeads(tx: Tx, actor: Actor, staffId: string) {
  const work = await tx.$queryRaw<{ n: number }[]>`select w.n from app.work_of(${staffId}::uuid) w where w.n > 0 and w.kind <> 'TEAMS'`
  if (work.length === 0) return
  const person = await tx.staff.findFirst({ where: { officeId: actor.officeId, id: staffId }, select: { agencyId: true } })
  const leads = await tx.staff.findMany({ where: { officeId: actor.officeId, leftAt: null, id: { not: staffId }, OR: [{ role: 'OFFICE_LEAD' }, { agencyId: person?.agencyId ?? '', role: { in: ['SCHOOL_LEAD', 'PARTNER_LEAD'] } }] }, select: { id: true } })
  for (const { id } of leads) await tell(tx, actor, { kind: 'people.ownerless', path: `/people/${staffId}`, staffId: id })
}
