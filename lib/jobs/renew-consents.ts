import type { PoolClient } from 'pg'
import { batch, inTurn, tellFromJob } from '#lib/core/turn.ts'

/**
 * Consents that end soon: whoever leads the case hears of it, once a case and week (a notice still waiting is not doubled).
 * Which cases those are is all that the jobs learn (`app.cases_to_renew`).
 */
export async function renewConsents(client: PoolClient): Promise<void> {
  await inTurn(client, 'consents.renew', async () => {
    const { rows } = await client.query<{ office_id: string; case_id: string; lead_id: string }>('select office_id, case_id, lead_id from app.cases_to_renew($1)', [batch * 20])
    for (const { office_id: officeId, case_id: caseId, lead_id: staffId } of rows) await tellFromJob(client, 'consent.renew', officeId, `/cases/${caseId}/sharing`, { staffId })
    return 0
  })
}
