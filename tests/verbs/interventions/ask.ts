import { newId } from '#lib/core/id.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { ProposeIntervention } from '#lib/interventions/inputs.ts'
import { proposeIntervention } from '#lib/interventions/propose-intervention.ts'
import { putCase } from '#tests/verbs/today/put.ts'
import { morning, type World } from '#tests/world.ts'

/** 박이든's case at 다온누리초, led by the school's nurse. */
export const openCaseOfIdeun = (world: World, more: Partial<Parameters<typeof putCase>[1]> = {}) =>
  putCase(world, { child: '박이든', school: 'S2', lead: '강모아', leadAgency: 'S2', level: 'HIGH', ...more })

/** What is asked of an agency by default: a welfare team's casework, from next Monday. */
export const request = (world: World, caseId: string, agency: string, more: Partial<ProposeIntervention> = {}): ProposeIntervention => ({
  caseId, domain: 'ECON', serviceCode: agency.startsWith('D') ? 'WEL-02' : 'NGO-01', agencyId: world.ground.agencyIds[agency] ?? '',
  request: '집에 전기가 끊겼어요. 방문해서 살펴봐 주세요.', frequency: '주 1회', startsOn: '2026-11-30', ...more,
})

/** Asks by the verb, as the nurse unless another is named; returns the id. */
export async function ask(world: World, caseId: string, agency: string, { by = '강모아', at = morning, ...more }: Partial<ProposeIntervention> & { by?: string; at?: Date } = {}): Promise<string> {
  const path = await world.at(at, () => proposeIntervention(world.as(by), request(world, caseId, agency, more)))
  return path.slice('/interventions/'.length)
}

export async function rowOf(world: World, id: string): Promise<Record<string, unknown>> {
  const { rows } = await world.owner(
    `select state, staff_id, version, due_at, wakes_on::text, starts_on::text, decline_code, result, end_reason, answered_at, ended_at from interventions where id = $1`, [id])
  return rows[0] as Record<string, unknown>
}

/** The types of a case's events in the order they were written. */
export async function eventsOf(world: World, caseId: string): Promise<string[]> {
  const { rows } = await world.owner('select type from events where case_id = $1 order by id', [caseId])
  return (rows as { type: string }[]).map(({ type }) => type)
}

export async function membersOf(world: World, caseId: string): Promise<string[]> {
  const { rows } = await world.owner('select s.name from case_members m join staff s on s.id = m.staff_id where m.case_id = $1 and m.ended_at is null order by m.id', [caseId])
  return (rows as { name: string }[]).map(({ name }) => name)
}

/** What waits in the queue: for whom, and of what kind. */
export async function noticesTo(world: World, interventionId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await world.owner(
    `select j.payload from graphile_worker._private_jobs j where j.payload ->> 'path' = $1 order by j.id`, [`/interventions/${interventionId}`])
  return (rows as { payload: Record<string, unknown> }[]).map(({ payload }) => payload)
}

/** The same person with a form of her own: what a press in the browser brings. */
export const pressing = (actor: Actor, key = newId()): Actor => ({ ...actor, form: { key, digest: new Uint8Array(32) } })
