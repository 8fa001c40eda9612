import type { PoolClient } from 'pg'
import { inTurn, tellFromJob } from '#lib/core/turn.ts'

interface Late {
  kind: 'glass.review' | 'basis.review'
  office_id: string
  path: string
  /** Who judges it, and has not done what is judged herself. */
  judges: string[]
}

/**
 * What somebody else should have judged by now: whoever may is told each day until somebody has. A broken glass by the
 * privacy officer and the centre's lead; a basis without consent by the lead of the school and of the centre.
 */
export async function remindReviews(client: PoolClient): Promise<void> {
  await inTurn(client, 'reviews.remind', async () => {
    const { rows } = await client.query<Late>(
      `select 'glass.review' as kind, g.office_id, '/glass/' || g.id as path,
         array(select s.id from staff s where s.office_id = g.office_id and s.left_at is null and s.role in ('PRIVACY_OFFICER', 'OFFICE_LEAD') and s.id <> g.staff_id) as judges
       from break_glasses g where g.reviewed_at is null and g.review_due_at < app.now()
       union all
       select distinct 'basis.review', b.office_id, '/cases/' || b.case_id || '/sharing',
         array(select s.id from staff s where s.office_id = b.office_id and s.left_at is null and s.id <> b.recorded_by_id
           and (s.role = 'OFFICE_LEAD' or (s.role = 'SCHOOL_LEAD' and s.agency_id = c.school_id)))
       from lawful_bases b join cases c on c.office_id = b.office_id and c.id = b.case_id and c.closed_at is null
       where b.ended_at is null and b.valid_until > app.now() and b.review_due_at < app.now()`,
    )
    for (const { kind, office_id: officeId, path, judges } of rows) for (const staffId of judges) await tellFromJob(client, kind, officeId, path, { staffId })
    return 0
  })
}
