import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { roles } from '#lib/core/actor.ts'
import { newId } from '#lib/core/id.ts'
import { services } from '#prisma/seed/services.ts'
import type { OfficeFile, OfficePerson } from './file.ts'

export interface NewAccount {
  email: string
  name: string
  /** Of a link to set her first password, once, within seven days: shown to whoever runs the command; null for people who sign in elsewhere. */
  token: string | null
}

export interface SetUp {
  agencies: number
  people: NewAccount[]
  approvals: number
  trainings: number
}

/**
 * Brings what the file names and is not there yet: all of it, or nothing. What is there stays as it is, roles included;
 * only approvals and trainings are renewed, and links of people who have not come in time. `owner` is a connection as hanai_owner.
 */
export async function setUpOffice(owner: pg.Client, file: OfficeFile, { links }: { links: boolean }): Promise<SetUp> {
  await owner.query('begin')
  try {
    const officeId = await officeOf(owner, file.office)
    const agencyIds = new Map<string, string>()
    const done: SetUp = { agencies: 0, people: [], approvals: 0, trainings: 0 }
    for (const agency of file.agencies) {
      const { id, isNew } = await agencyOf(owner, officeId, agency)
      agencyIds.set(agency.key, id)
      if (isNew) done.agencies++
    }
    for (const person of file.people) {
      const { staffId, account } = await personOf(owner, officeId, agencyIds.get(person.agency) ?? '', person, links)
      if (account) done.people.push(account)
      done.approvals += await approve(owner, officeId, staffId, person)
      done.trainings += await train(owner, officeId, staffId, person)
    }
    await owner.query('commit')
    return done
  } catch (problem) {
    await owner.query('rollback')
    throw problem
  }
}

async function officeOf(owner: pg.Client, office: OfficeFile['office']): Promise<string> {
  const id = await officeNamed(owner, office)
  const { mostMegabytes, caseMegabytes, officeGigabytes, scannedElsewhere } = office.documents ?? {}
  await owner.query(
    `update offices set document_bytes = coalesce($2::int * 1048576, document_bytes), document_case_bytes = coalesce($3::bigint * 1048576, document_case_bytes),
       document_office_bytes = coalesce($4::bigint * 1073741824, document_office_bytes), scanned_elsewhere = coalesce($5, scanned_elsewhere),
       export_rows = coalesce($6, export_rows), export_hours = coalesce($7, export_hours) where id = $1`,
    [id, mostMegabytes ?? null, caseMegabytes ?? null, officeGigabytes ?? null, scannedElsewhere ?? null, office.exports?.cases ?? null, office.exports?.hours ?? null])
  for (const { from, kind, amount, source } of office.retention ?? []) {
    await owner.query(`insert into retention_rules (id, office_id, valid_from, kind, amount, source) values ($1, $2, $3, $4, $5, $6)
      on conflict (office_id, valid_from) do update set kind = excluded.kind, amount = excluded.amount, source = excluded.source`, [newId(), id, from, kind, amount, source])
  }
  const { secondFactor, oneSession } = office
  const alone = oneSession === true ? roles : oneSession === false ? [] : oneSession
  await owner.query(
    'update offices set second_factor_roles = coalesce($2, second_factor_roles), second_factor_inside = coalesce($3, second_factor_inside), one_session_roles = coalesce($4, one_session_roles) where id = $1',
    [id, secondFactor?.roles ?? null, secondFactor?.outside ?? null, alone ?? null])
  return id
}

async function officeNamed(owner: pg.Client, { code, ko, en, region, idleMinutes, casesADay, dormantDays, renewalDays }: OfficeFile['office']): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('update offices set idle_minutes = coalesce($2, idle_minutes), cases_a_day = coalesce($3, cases_a_day), dormant_days = coalesce($4, dormant_days), renewal_days = coalesce($5, renewal_days) where code = $1 returning id', [code, idleMinutes ?? null, casesADay ?? null, dormantDays ?? null, renewalDays ?? null])
  if (rows[0]) return rows[0].id
  const id = newId()
  await owner.query('insert into offices (id, code, name_ko, name_en, region_code, idle_minutes, cases_a_day, dormant_days, renewal_days, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, app.now())', [id, code, ko, en, region, idleMinutes ?? 30, casesADay ?? 100, dormantDays ?? 90, renewalDays ?? 30])
  for (const s of services) {
    await owner.query(
      `insert into services (office_id, code, name_ko, name_en, agency_kinds, domains, eligibility_ko, unit_ko, duration_ko, stage)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, s.code, s.ko, s.en, s.kinds, s.domains, s.eligibility, s.unit, s.duration, s.stage],
    )
  }
  return id
}

async function agencyOf(owner: pg.Client, officeId: string, agency: OfficeFile['agencies'][number]): Promise<{ id: string; isNew: boolean }> {
  const { kind, ko, en, shortKo, shortEn, entrusted } = agency
  const { rows } = await owner.query<{ id: string }>('select id from agencies where office_id = $1 and kind = $2 and name_ko = $3 and ended_at is null', [officeId, kind, ko])
  if (rows[0]) return { id: rows[0].id, isNew: false }
  const id = newId()
  await owner.query(
    'insert into agencies (id, office_id, kind, name_ko, name_en, short_ko, short_en, is_entrusted) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [id, officeId, kind, ko, en, shortKo, shortEn, entrusted],
  )
  return { id, isNew: true }
}

async function personOf(owner: pg.Client, officeId: string, agencyId: string, person: OfficePerson, links: boolean): Promise<{ staffId: string; account?: NewAccount }> {
  const { email, name } = person
  const { rows } = await owner.query<{ office_id: string; staff_id: string }>('select office_id, staff_id from accounts where email = $1', [email])
  if (rows[0] && rows[0].office_id !== officeId) throw new AddressTaken(email)
  if (rows[0]) {
    const { staff_id: staffId } = rows[0]
    const token = links && (await ranOut(owner, officeId, staffId)) ? await linkFor(owner, officeId, staffId) : null
    return { staffId, ...(token && { account: { email, name, token } }) }
  }

  const staffId = newId()
  await owner.query(
    'insert into staff (id, office_id, agency_id, role, name, name_en, job_title, job_title_en) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [staffId, officeId, agencyId, person.role, name, person.nameEn ?? null, person.jobTitle, person.jobTitleEn ?? null],
  )
  await owner.query('insert into accounts (office_id, staff_id, email, created_at) values ($1, $2, $3, app.now())', [officeId, staffId, email])
  await owner.query(`insert into audit_entries (id, office_id, at, action, subject_id) values ($1, $2, app.now(), 'account.created', $3)`, [newId(), officeId, staffId])
  return { staffId, account: { email, name, token: links ? await linkFor(owner, officeId, staffId) : null } }
}

/** Was given a link and let it run out. */
async function ranOut(owner: pg.Client, officeId: string, staffId: string): Promise<boolean> {
  const { rowCount } = await owner.query(
    `select from accounts c join staff s on s.office_id = c.office_id and s.id = c.staff_id
     where c.office_id = $1 and c.staff_id = $2 and c.password_hash is null and c.deactivated_at is null and s.left_at is null
       and exists (select from account_links l where l.office_id = $1 and l.staff_id = $2 and l.purpose = 'INVITATION')
       and not exists (select from account_links l where l.office_id = $1 and l.staff_id = $2 and l.ended_at is null and l.expires_at > app.now())`, [officeId, staffId])
  return rowCount === 1
}

/** Like the link of an invitation's letter: nobody has it but whoever runs the command, and the database knows its hash alone. */
async function linkFor(owner: pg.Client, officeId: string, staffId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await owner.query('update account_links set ended_at = app.now() where office_id = $1 and staff_id = $2 and ended_at is null', [officeId, staffId])
  await owner.query(
    `insert into account_links (id, office_id, staff_id, purpose, token_hash, created_at, expires_at) values ($1, $2, $3, 'INVITATION', $4, app.now(), app.now() + interval '7 days')`,
    [newId(), officeId, staffId, createHash('sha256').update(token).digest()])
  await owner.query(`insert into audit_entries (id, office_id, at, action, subject_id) values ($1, $2, app.now(), 'account.invited', $3)`, [newId(), officeId, staffId])
  return token
}

async function approve(owner: pg.Client, officeId: string, staffId: string, { approvedUntil }: OfficePerson): Promise<number> {
  if (!approvedUntil) return 0
  const { rowCount } = await owner.query(
    `insert into handling_approvals (id, office_id, staff_id, valid_from, valid_until)
     select $1, $2, $3, app.now(), x.until from (select ($4::date + 1)::timestamp at time zone 'Asia/Seoul' as until) x
     where x.until > app.now() and not exists (select from handling_approvals h where h.office_id = $2 and h.staff_id = $3 and h.revoked_at is null and h.valid_until >= x.until)`,
    [newId(), officeId, staffId, approvedUntil],
  )
  return rowCount ?? 0
}

async function train(owner: pg.Client, officeId: string, staffId: string, { trainedOn }: OfficePerson): Promise<number> {
  if (!trainedOn) return 0
  const { rowCount } = await owner.query(
    `insert into security_trainings (id, office_id, staff_id, completed_at, valid_until)
     select $1, $2, $3, x.done, x.done + interval '1 year' from (select $4::date::timestamp at time zone 'Asia/Seoul' as done) x
     where x.done <= app.now() and not exists (select from security_trainings t where t.office_id = $2 and t.staff_id = $3 and t.completed_at >= x.done)`,
    [newId(), officeId, staffId, trainedOn],
  )
  return rowCount ?? 0
}

/** An address belongs to one account of one office. */
export class AddressTaken extends Error {
  readonly email: string

  constructor(email: string) {
    super('this address belongs to another office')
    this.email = email
  }
}
