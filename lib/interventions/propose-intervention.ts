import { must } from '#lib/access/policy.ts'
import { openCaseOf } from '#lib/cases/move-case.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import { refuseObserver } from '#lib/cases/part.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid, NotAllowed } from '#lib/core/refusal.ts'
import { serviceFits } from '#lib/directory/service.ts'
import { dropDraft } from '#lib/drafts/drafts.ts'
import { tell } from '#lib/notices/tell.ts'
import { record } from '#lib/timeline/record.ts'
import { takeOn } from './accept-intervention.ts'
import { asDate } from './days.ts'
import { answerDue, endOfDay } from './due.ts'
import { groundsFor, covering } from './grounds.ts'
import type { ProposeIntervention } from './inputs.ts'
import { interventionFor } from './move-intervention.ts'

/** Asks an agency for help. What it may not be told of the child today, it cannot be asked either. */
export async function proposeIntervention(actor: Actor, input: ProposeIntervention): Promise<string> {
  must(actor, 'intervention.propose')
  refuseRegistrationNumber(input.request, 'request')
  const { caseId, goalId, domain, serviceCode, agencyId, staffId, request, frequency, plannedUnits, startsOn, endsOn } = input
  if (endsOn !== undefined && endsOn < startsOn) throw new Invalid('core.field.order', 'endsOn')

  return asActor(actor, async (tx) => {
    const { officeId } = actor
    const { level, leadId } = await openCaseOf(tx, actor, caseId)
    // A partner asks others only where it leads the case.
    if (!actor.inside && agencyId !== actor.agencyId && leadId !== actor.staffId) throw new NotAllowed('interventions.refusal.leadProposes')
    await refuseObserver(tx, actor, caseId)
    await refuseStrangers(tx, actor, input)
    await refuseWithoutGround(tx, actor, input)

    const id = newId()
    const takesOn = input.takeOn === true && agencyId === actor.agencyId
    const to = takesOn ? actor.staffId : (staffId ?? null)
    await tx.intervention.createMany({
      data: [{
        id, officeId, caseId, goalId: goalId ?? null, domain, serviceCode, agencyId, staffId: to, proposerId: actor.staffId, request, frequency,
        plannedUnits: plannedUnits ?? null, startsOn: asDate(startsOn), endsOn: endsOn === undefined ? null : asDate(endsOn),
        state: 'PROPOSED', dueAt: dueOf(input, answerDue(level, now())), proposedAt: now(),
      }],
    })
    await record(tx, actor, { type: 'intervention.proposed', caseId, domain, data: { interventionId: id, serviceCode, agencyId } })
    if (takesOn) await takeOn(tx, actor, await interventionFor(tx, actor, id), { answer: '' })
    else await tell(tx, actor, { kind: 'intervention.proposed', path: `/interventions/${id}`, staffId: to, agencyId })
    await dropDraft(tx, actor, { kind: 'intervention', subject: caseId })
    return `/interventions/${id}`
  })
}

function dueOf({ answerBy }: ProposeIntervention, byLevel: Date): Date {
  if (answerBy === undefined) return byLevel
  const due = endOfDay(answerBy)
  if (due <= now()) throw new Invalid('core.field.future', 'answerBy')
  return due
}

/** Service, agency, person and goal must be there and belong to each other. */
async function refuseStrangers(tx: Tx, { officeId }: Actor, { serviceCode, agencyId, staffId, goalId, caseId }: ProposeIntervention) {
  const service = await tx.service.findFirst({ where: { officeId, code: serviceCode, endedAt: null }, select: { agencyKinds: true } })
  if (!service) throw new Invalid('core.refusal.foreign', 'serviceCode')
  const agency = await tx.agency.findFirst({ where: { officeId, id: agencyId, endedAt: null }, select: { kind: true } })
  if (!agency) throw new Invalid('core.refusal.foreign', 'agencyId')
  if (!serviceFits(service, agency.kind)) throw new Invalid('interventions.refusal.notOffered', 'agencyId')

  if (staffId !== undefined) {
    const person = await tx.staff.count({ where: { officeId, id: staffId, agencyId, leftAt: null, role: { notIn: ['ADMIN', 'PRIVACY_OFFICER', 'STATISTICS_VIEWER'] } } })
    if (person === 0) throw new Invalid('interventions.refusal.notOfAgency', 'staffId')
  }
  if (goalId !== undefined) {
    const goal = await tx.goal.count({ where: { officeId, id: goalId, caseId } })
    if (goal === 0) throw new Invalid('core.refusal.foreign', 'goalId')
  }
}

/** Act §17, PIPA §17: outside the circle an agency learns of a child on a recorded ground only, and as far as it reaches. */
async function refuseWithoutGround(tx: Tx, actor: Actor, { caseId, agencyId, domain }: ProposeIntervention) {
  const [standing] = await groundsFor(tx, actor, caseId, [agencyId])
  if (!standing) throw new Invalid('core.refusal.foreign', 'agencyId')
  if (standing.inside || covering(standing.grounds, domain)) return
  throw new Invalid(standing.grounds.length === 0 ? 'interventions.refusal.noGround' : 'interventions.refusal.groundElsewhere', 'agencyId', { agency: standing.name })
}
