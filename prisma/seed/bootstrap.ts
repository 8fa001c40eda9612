import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { hashPassword } from '#lib/access/passwords.ts'
import type { Actor } from '#lib/core/actor.ts'
import { newId } from '#lib/core/id.ts'
import { agencies, office } from './agencies.ts'
import { cast, demoPassword } from './cast.ts'
import { services } from './services.ts'
import type { Owner } from './story.ts'

/** Who and what stands where, by the names the seed and the tests use. */
export interface Ground {
  officeId: string
  agencyIds: Record<string, string>
  staffIds: Record<string, string>
}

/**
 * The office, its bodies, its people with accounts, approvals and trainings, and the catalogue: what exists before
 * anybody can sign in and call a verb. `owner` is a connection as hanai_owner.
 */
export async function bootstrap(owner: pg.Client, since: Date): Promise<Ground> {
  const officeId = newId()
  const agencyIds = Object.fromEntries(agencies.map(({ key }) => [key, newId()]))
  const staffIds = Object.fromEntries(cast.map(({ name }) => [name, newId()]))
  const passwordHash = await hashPassword(demoPassword)
  const until = new Date(since.getTime() + 365 * 24 * 3_600_000)

  await owner.query('begin')
  await owner.query(`select set_config('hanai.rights_at', $1, true)`, [since.toISOString()])
  await owner.query('insert into offices (id, code, name_ko, name_en, region_code, created_at) values ($1, $2, $3, $4, $5, $6)', [officeId, office.code, office.ko, office.en, office.region, since])
  for (const a of agencies) {
    await owner.query('insert into agencies (id, office_id, kind, name_ko, name_en, short_ko, short_en) values ($1, $2, $3, $4, $5, $6, $7)', [agencyIds[a.key], officeId, a.kind, a.ko, a.en, a.shortKo, a.shortEn])
  }
  for (const [index, p] of cast.entries()) {
    const id = staffIds[p.name]
    const phone = `062-000-${String(1000 + index)}`
    await owner.query(
      'insert into staff (id, office_id, agency_id, role, name, name_en, job_title, job_title_en, phone) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [id, officeId, agencyIds[p.agency], p.role, p.name, p.en, p.title, p.titleEn, phone],
    )
    await owner.query('insert into accounts (office_id, staff_id, email, password_hash, created_at) values ($1, $2, $3, $4, $5)', [officeId, id, p.email, passwordHash, since])
    await owner.query('insert into handling_approvals (id, office_id, staff_id, valid_from, valid_until) values ($1, $2, $3, $4, $5)', [newId(), officeId, id, since, until])
    await owner.query('insert into security_trainings (id, office_id, staff_id, completed_at, valid_until) values ($1, $2, $3, $4, $5)', [newId(), officeId, id, since, until])
  }
  for (const s of services) {
    await owner.query(
      `insert into services (office_id, code, name_ko, name_en, agency_kinds, domains, eligibility_ko, unit_ko, duration_ko, stage)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [officeId, s.code, s.ko, s.en, s.kinds, s.domains, s.eligibility, s.unit, s.duration, s.stage],
    )
  }
  await owner.query('commit')
  return { officeId, agencyIds, staffIds }
}

/** An hour's session of a person of the cast, without a browser: the seed and the tests act through it. */
export async function actorFor(owner: Owner, ground: Ground, name: string): Promise<Actor> {
  const member = cast.find((one) => one.name === name)
  const staffId = ground.staffIds[name]
  const agency = agencies.find(({ key }) => key === member?.agency)
  if (!member || !staffId || !agency) throw new Error(`nobody of the cast is called ${name}`)

  const key = randomBytes(32)
  await owner.query(
    `insert into sessions (id, office_id, staff_id, key_hash, created_at, expires_at, method, second_at)
     values ($1, $2, $3, $4, app.now(), app.now() + interval '1 hour', 'SEED', app.now())`,
    [newId(), ground.officeId, staffId, createHash('sha256').update(key).digest()],
  )
  return {
    sessionKey: key.toString('hex'), staffId, officeId: ground.officeId, agencyId: ground.agencyIds[agency.key] ?? '', agencyKind: agency.kind,
    role: member.role, name: member.name, agencyName: agency.shortKo, jobTitle: member.title, locale: 'ko',
    inside: ['SCHOOL', 'ISS_CENTER', 'WEE_CENTER', 'LEARNING_CLINIC'].includes(agency.kind), cleared: true,
  }
}
