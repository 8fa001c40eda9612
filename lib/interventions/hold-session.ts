import { must } from '#lib/access/policy.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import { childWasSeen } from '#lib/cases/write-note.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import { asDay } from './days.ts'
import { checkDue } from './due.ts'
import type { HoldSession } from './inputs.ts'
import { attended } from './intervention.ts'
import { letTakerIn } from './let-taker-in.ts'
import { interventionFor, moveIntervention, type InterventionRow } from './move-intervention.ts'
import { writeDown } from './write-down.ts'

/** One meeting or delivery (F9): who came, how it went, was the child seen, when next. Its note stands in its own layer. */
export async function holdSession(actor: Actor, { interventionId, childSeen = false, layer = 'PROGRESS', ...input }: HoldSession): Promise<string> {
  must(actor, 'intervention.session')
  const { attendance, response, body, nextAppointment } = input
  refuseRegistrationNumber(body)
  if (!attended(attendance) && childSeen) throw new Invalid('interventions.refusal.notSeen', 'childSeen')
  if (nextAppointment && nextAppointment <= now()) throw new Invalid('core.field.future', 'nextAppointment')
  const heldAt = heldWhen(input.heldAt)

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await standIn(tx, actor, await interventionFor(tx, actor, interventionId))
    const { caseId, domain, serviceCode } = found
    await moveIntervention(tx, actor, 'session', found, { set: { dueAt: nextAppointment ?? checkDue(found.level ?? 'MODERATE', found.endsOn && asDay(found.endsOn), now()) } })

    const noteId = body === '' ? null : await writeDown(tx, actor, found, { kind: 'COUNSELLING', body, layer, childSeen, happenedAt: heldAt })
    await tx.interventionSession.createMany({
      data: [{
        id: newId(), officeId, caseId, interventionId, byId: staffId, heldAt, attendance, response: response ?? null, childSeen,
        units: input.units ?? 1, nextAppointment: nextAppointment ?? null, noteId,
      }],
    })
    if (childSeen) await childWasSeen(tx, actor, caseId, heldAt)
    await tellTheTeam(tx, actor, { caseId, domain, layer, noteId, heldAt }, { interventionId, serviceCode, attendance, response: response ?? null, childSeen })
    return `/interventions/${interventionId}`
  })
}

/** Not after now, a minute's difference between two clocks forgiven. */
function heldWhen(at: Date | undefined): Date {
  const present = now()
  if (at && at.getTime() > present.getTime() + 60_000) throw new Invalid('core.field.past', 'heldAt')
  return at ?? present
}

/** A colleague of the same agency who stands in is let in like the one who took it on. */
async function standIn(tx: Tx, actor: Actor, found: InterventionRow): Promise<InterventionRow> {
  if (found.level !== null || found.agencyId !== actor.agencyId || found.state === 'PROPOSED') return found
  await letTakerIn(tx, actor, found, actor.staffId)
  return interventionFor(tx, actor, found.id)
}

type Where = Pick<InterventionRow, 'caseId' | 'domain'> & { layer: 'PLAN' | 'PROGRESS' | 'SENSITIVE'; noteId: string | null; heldAt: Date }
type What = { interventionId: string; serviceCode: string; attendance: string; response: string | null; childSeen: boolean }

/** That it was held is for all who see the help. A sensitive note is another entry, closed to those whom its layer closes it to. */
async function tellTheTeam(tx: Tx, actor: Actor, { caseId, domain, layer, noteId, heldAt }: Where, data: What) {
  const apart = layer === 'SENSITIVE' && noteId !== null
  await record(tx, actor, { type: 'intervention.session-held', caseId, domain, layer: 'PROGRESS', at: heldAt, data, ...(noteId && !apart && { noteId }) })
  if (apart) await record(tx, actor, { type: 'note.written', caseId, domain, layer, noteId, at: heldAt, data: { kind: 'COUNSELLING', childSeen: data.childSeen } })
}
