import type pg from 'pg'
import { newId } from '#lib/core/id.ts'
import type { Ground } from './bootstrap.ts'

const day = 86_400_000

/** What no verb can do: somebody is away, approvals and trainings run out, a conflict of interest was declared. */
export async function addCircumstances(owner: pg.Client, { officeId, staffIds }: Ground, studentIds: Record<string, string>, made: Date): Promise<void> {
  const inDays = (days: number) => new Date(made.getTime() + days * day)
  await owner.query(`select set_config('hanai.rights_at', $1, false)`, [inDays(-60).toISOString()])
  await owner.query('update staff set leave_until = $1, deputy_id = $2 where id = $3', [inDays(6), staffIds['문다희'], staffIds['배온유']])
  await owner.query('update handling_approvals set valid_until = $1 where staff_id = $2', [inDays(12), staffIds['송가비']])
  await owner.query('update security_trainings set valid_until = $1 where staff_id = $2', [inDays(20), staffIds['모은결']])
  await owner.query('insert into conflicts (id, office_id, staff_id, student_id, declared_by, declared_at) values ($1, $2, $3, $4, $3, $5)', [
    newId(), officeId, staffIds['조해솔'], studentIds['차유빈'], inDays(-63),
  ])
  await owner.query(`select set_config('hanai.rights_at', '', false)`)
}

/** Nobody gets an e-mail about what happened before the world was there. */
export async function dropPastNotices(owner: pg.Client): Promise<void> {
  await owner.query(`delete from graphile_worker._private_jobs where task_id in (select id from graphile_worker._private_tasks where identifier = 'notice')`)
}
