import type { PoolClient } from 'pg'
import { batch, inTurn, tellFromJob } from '#lib/core/turn.ts'

interface Person {
  office_id: string
  staff_id: string
  agency_id: string
}

/** Who answers for an agency's people: those who lead it; where nobody does, the head of the centre. */
async function leadsOf(client: PoolClient, { office_id: officeId, agency_id: agencyId, staff_id: but }: Person): Promise<string[]> {
  const { rows } = await client.query<{ id: string; own: boolean }>(
    `select s.id, s.agency_id = $2 as own from staff s where s.office_id = $1 and s.left_at is null and s.id <> $3
       and ((s.agency_id = $2 and s.role in ('SCHOOL_LEAD', 'PARTNER_LEAD')) or s.role = 'OFFICE_LEAD')`, [officeId, agencyId, but])
  const own = rows.filter((row) => row.own)
  return (own.length > 0 ? own : rows).map(({ id }) => id)
}

/** An approval or a training ends within thirty days, within seven, or has ended: said to the person and, in one letter for all of hers, to her lead. */
export async function warnOfLapses(client: PoolClient): Promise<void> {
  await inTurn(client, 'people.warn', async () => {
    const { rows } = await client.query<Person & { stage: number }>('select * from app.warn_lapses($1)', [batch])
    for (const person of rows) {
      await tellFromJob(client, 'people.ending', person.office_id, `/people/${person.staff_id}`, { staffId: person.staff_id })
      for (const lead of await leadsOf(client, person)) await tellFromJob(client, 'people.ending-here', person.office_id, '/people?state=ending', { staffId: lead })
    }
    return rows.length > 0 ? batch : 0
  })
}

/** Accounts nobody uses: a warning first, then they are suspended. Where work of hers is open, her lead is told in the same breath. */
export async function sweepDormant(client: PoolClient): Promise<void> {
  await inTurn(client, 'people.dormant', async () => {
    const { rows } = await client.query<Person & { suspended: boolean; leads: boolean }>('select * from app.sweep_dormant($1)', [batch])
    for (const person of rows) {
      if (!person.suspended) await tellFromJob(client, 'people.dormant', person.office_id, `/people/${person.staff_id}`, { staffId: person.staff_id })
      else for (const lead of await leadsOf(client, person)) await tellFromJob(client, person.leads ? 'people.ownerless' : 'people.suspended', person.office_id, `/people/${person.staff_id}`, { staffId: lead })
    }
    return rows.length > 0 ? batch : 0
  })
}

/** The day after somebody's last: her rights end. What is still open shows to her lead as nobody's. */
export async function endLeavers(client: PoolClient): Promise<void> {
  await inTurn(client, 'people.leave', async () => {
    const { rows } = await client.query<Person & { ended: boolean }>('select * from app.end_leavers($1)', [batch])
    for (const person of rows) {
      if (person.ended) continue
      for (const lead of await leadsOf(client, person)) await tellFromJob(client, 'people.ownerless', person.office_id, `/people/${person.staff_id}`, { staffId: lead })
    }
    return rows.length > 0 ? batch : 0
  })
}
