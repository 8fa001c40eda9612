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
  lead_id: string | null
}

/**
 * No answer in time: said once for each due time on the case, to those who lead the agency (and whom it was addressed
 * to) and to who leads the case. That it was said already is read from the case itself.
 */
export async function noteOverdue(client: PoolClient): Promise<void> {
  await inTurn(client, 'interventions.overdue', async () => {
    const { rows } = await client.query<Row>(
      `select i.id, i.office_id, i.case_id, i.domain, i.service_code, i.agency_id, i.staff_id, c.lead_id
       from interventions i join cases c on c.office_id = i.office_id and c.id = i.case_id
       where i.state = 'PROPOSED' and i.due_at < app.now()
         and not exists (select from events e where e.office_id = i.office_id and e.case_id = i.case_id and e.type = 'intervention.overdue'
           and e.at >= i.due_at and e.data ->> 'interventionId' = i.id::text)
       order by i.due_at, i.id limit $1 for update of i skip locked`,
      [batch],
    )
    for (const { id, office_id: officeId, case_id: caseId, domain, service_code: serviceCode, agency_id: agencyId, staff_id: staffId, lead_id: leadId } of rows) {
      await recordForNobody(client, 'intervention.overdue', { officeId, caseId, domain, data: { interventionId: id, serviceCode, agencyId } })
      const tell = (to: { staffId: string } | { agencyId: string }) => tellFromJob(client, 'intervention.overdue', officeId, `/interventions/${id}`, to)
      await tell({ agencyId })
      for (const person of new Set([staffId, leadId])) if (person) await tell({ staffId: person })
    }
    return rows.length
  })
}
