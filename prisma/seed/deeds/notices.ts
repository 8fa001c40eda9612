import { now } from '#lib/core/clock.ts'
import { newId } from '#lib/core/id.ts'
import { events } from '#lib/timeline/events.ts'
import type { Deed } from '../story.ts'

/** What the service itself noted in the past, when its clocks did not run yet: written as the owner, without a person. */
export const noticed = (caseId: string, type: 'intervention.overdue', interventionId: string): Deed<void> => async ({ actor, owner, value }) => {
  const found = async (column: string) => value(`select ${column} as value from interventions where id = $1`, [interventionId])
  const data = events[type].parse({ interventionId, serviceCode: await found('service_code'), agencyId: await found('agency_id') })
  await owner(
    `insert into events (id, office_id, case_id, type, at, layer, audience, domain, data) values ($1, $2, $3, $4, $5, 'PLAN', 'TEAM', $6, $7)`,
    [newId(), actor.officeId, caseId, type, now(), await found('domain'), data],
  )
}
