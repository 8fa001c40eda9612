import type { PoolClient } from 'pg'
import { recordForNobody } from './record-for-nobody.ts'
import { batch, inTurn, tellFromJob } from '#lib/core/turn.ts'

interface Row {
  id: string
  office_id: string
  case_id: string
  domain: string
  service_code: string
  agency_id: string
  staff_id: string | null
}

/** Help whose pause has come to its day goes on by itself: due the same evening, said on the case and to who gives it. */
export async function wakeInterventions(client: PoolClient): Promise<void> {
  await inTurn(client, 'interventions.wake', async () => {
    const { rows } = await client.query<Row>(
      `update interventions i set state = 'ACTIVE', due_at = (i.wakes_on + time '18:00') at time zone 'Asia/Seoul', wakes_on = null, version = i.version + 1
       where (i.office_id, i.id) in (
         select x.office_id, x.id from interventions x
         where x.state = 'PAUSED' and x.wakes_on <= (app.now() at time zone 'Asia/Seoul')::date
         order by x.wakes_on, x.id limit $1 for update skip locked)
       returning i.id, i.office_id, i.case_id, i.domain, i.service_code, i.agency_id, i.staff_id`,
      [batch],
    )
    for (const { id, office_id: officeId, case_id: caseId, domain, service_code: serviceCode, agency_id: agencyId, staff_id: staffId } of rows) {
      await recordForNobody(client, 'intervention.woken', { officeId, caseId, domain, data: { interventionId: id, serviceCode } })
      await tellFromJob(client, 'intervention.woken', officeId, `/interventions/${id}`, staffId ? { staffId } : { agencyId })
    }
    return rows.length
  })
}
