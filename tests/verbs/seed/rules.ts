import type pg from 'pg'

/* What must hold of the demo world on whatever day it was made. Each question names what breaks its rule. */

/** Of states.md: 1 turns and leads, 2 nothing open under a closed case, 3 never two leads; 4–6 as far as they are told. */
const broken: Record<string, string> = {
  'an open case has one lead, who is a member, a next action with a time and one party whose turn it is': `
    select c.number as name from cases c where c.closed_at is null and (
      c.next_action is null or c.due_at is null or c.waiting_on is null
      or (c.waiting_on = 'STAFF') <> (c.waiting_staff_id is not null) or (c.waiting_on = 'AGENCY') <> (c.waiting_agency_id is not null)
      or (select count(*) from case_members m where m.case_id = c.id and m.relation = 'LEAD' and m.ended_at is null) <> 1
      or not exists (select from case_members m where m.case_id = c.id and m.relation = 'LEAD' and m.ended_at is null and m.staff_id = c.lead_id))`,
  'an open referral has a responsible agency, a next action and a time': `
    select r.number as name from referrals r where r.state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON')
      and (r.responsible_agency_id is null or r.next_action is null or r.due_at is null)`,
  'open help has an agency and a time': `
    select i.id::text as name from interventions i where (i.state in ('PROPOSED', 'ACCEPTED', 'ACTIVE') and i.due_at is null) or (i.state = 'PAUSED' and i.wakes_on is null)`,
  'under a closed case nothing is open': `
    select c.number as name from cases c where c.closed_at is not null and (
      exists (select from interventions i where i.case_id = c.id and i.state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED'))
      or exists (select from case_members m where m.case_id = c.id and m.ended_at is null)
      or exists (select from level_proposals p where p.case_id = c.id and p.settled_at is null))`,
  'no two leads at any moment': `
    select distinct c.number as name from case_members a join case_members b on b.case_id = a.case_id and b.id > a.id and a.relation = 'LEAD' and b.relation = 'LEAD'
      and a.since < coalesce(b.ended_at, 'infinity') and b.since < coalesce(a.ended_at, 'infinity') join cases c on c.id = a.case_id`,
  'within a day of an emergency the child was seen': `
    select c.number as name from cases c join case_levels l on l.case_id = c.id and l.decided = 'EMERGENCY'
      where not exists (select from notes n where n.case_id = c.id and n.child_seen and n.happened_at between l.at - interval '1 day' and l.at + interval '1 day')`,
  'a lead on leave has a deputy': `select s.name from cases c join staff s on s.id = c.lead_id where c.closed_at is null and s.leave_until is not null and s.deputy_id is null`,
  'an emergency was lowered by two': `
    select c.number as name from cases c where c.level <> 'EMERGENCY' and exists (select from case_levels l where l.case_id = c.id and l.decided = 'EMERGENCY')
      and not exists (select from case_levels l where l.case_id = c.id and l.decided <> 'EMERGENCY' and l.second_id <> l.by_id)`,
  'whoever works on a case outside the circle has a ground today': `
    select s.name from case_members m join cases c on c.id = m.case_id and c.closed_at is null join staff s on s.id = m.staff_id join agencies a on a.id = m.agency_id
      where m.ended_at is null and not app.inside_circle(a.kind, a.is_entrusted)
        and not exists (select from app.grounds(m.office_id, m.agency_id) g where g.case_id = m.case_id)
        and not exists (select from consents k where k.student_id = c.student_id and k.recipient_id = a.id and k.withdrawn_at is not null)`,
}

export async function brokenRules(owner: pg.Client): Promise<string[]> {
  const found: string[] = []
  for (const [rule, sql] of Object.entries(broken)) {
    const { rows } = await owner.query<{ name: string }>(sql)
    found.push(...rows.map(({ name }) => `${rule}: ${name}`))
  }
  return found
}

/** Terms lie ahead; everything else has happened. */
const terms = ['due_at', 'valid_until', 'until', 'expires_at', 'review_due_at', 'leave_until', 'wakes_on', 'next_appointment', 'starts_on', 'ends_on', 'retain_until']

export async function datedInTheFuture(owner: pg.Client, now: Date): Promise<string[]> {
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and data_type in ('timestamp with time zone', 'date') and table_name not like '\\_prisma%' and column_name <> all($1)`,
    [terms],
  )
  const found: string[] = []
  for (const { table, column } of rows) {
    const { rowCount } = await owner.query(`select from ${table} where ${column} > $1 limit 1`, [now])
    if (rowCount) found.push(`${table}.${column}`)
  }
  return found
}

/** All that people could read, table by table, as text; keys and hashes are not for reading. */
export async function everyWord(owner: pg.Client): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_name not like '\\_prisma%' and table_name not in ('sessions', 'accounts', 'document_bodies')`,
  )
  const words: string[] = []
  for (const { name } of tables) {
    const { rows } = await owner.query<{ text: string }>(`select coalesce(string_agg(to_jsonb(t)::text, e'\\n'), '') as text from ${name} t`)
    words.push(rows[0]?.text ?? '')
  }
  return words.join('\n').replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\\\x[0-9a-f]+/g, '')
}
