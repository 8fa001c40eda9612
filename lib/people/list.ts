import type { Actor, Role } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { nothing, sql, type Sql } from '#lib/core/sql.ts'
import { warnDays, type PeopleFilters, type ShownState, type Standing } from './standing.ts'

const peopleAPage = 50

/** One line of the list of people: who, where, as what, and until when. */
export interface PersonLine {
  id: string
  name: string
  jobTitle: string
  role: Role
  agencyId: string
  agency: string
  email: string | null
  standing: Standing
  /** Approval and training count for this person: a body inside the circle. */
  inside: boolean
  approvalUntil: Date | null
  trainingUntil: Date | null
  lastSignInAt: Date | null
  leavingOn: Date | null
}

/** By name. Only those the reader looks after are there. */
export async function peopleList(tx: Tx, actor: Actor, filters: PeopleFilters): Promise<{ people: PersonLine[]; next: string | null }> {
  const found = await lines(tx, actor, sql`${narrowed(filters)} order by x.name, x.id limit ${peopleAPage + 1}::int`)
  const people = found.slice(0, peopleAPage)
  return { people, next: found.length > peopleAPage ? (people.at(-1)?.id ?? null) : null }
}

/** One of them, or null. */
export async function personLine(tx: Tx, actor: Actor, id: string): Promise<PersonLine | null> {
  if (!Id.safeParse(id).success) return null
  const [one] = await lines(tx, actor, sql`where x.id = ${id}::uuid`)
  return one ?? null
}

/** Those who were cut off while something of theirs is open: it waits for nobody until it is handed on. */
export async function ownerless(tx: Tx, actor: Actor): Promise<PersonLine[]> {
  return lines(tx, actor, sql`where x.standing in ('SUSPENDED', 'LEAVING', 'DORMANT') and exists (select from app.work_of(x.id) w where w.n > 0 and w.kind <> 'TEAMS') order by x.name, x.id limit 20`)
}

/** Those whose training the reader may put down: inside the circle, and not herself. Whose ends first stands first. */
export async function peopleToTrain(tx: Tx, actor: Actor, agency: string | undefined): Promise<PersonLine[]> {
  return lines(tx, actor, sql`where x.standing in ('ACTIVE', 'INVITED') and x.inside and x.id <> ${actor.staffId}::uuid ${agency ? sql`and x."agencyId" = ${agency}::uuid` : nothing}
    order by x.agency, x."trainingUntil" nulls first, x.name, x.id limit 500`)
}

/** Everybody of a body who has an account, for whoever goes through them. */
export async function everybodyOf(tx: Tx, actor: Actor, agency: string): Promise<PersonLine[]> {
  return lines(tx, actor, sql`where x."agencyId" = ${agency}::uuid and x.standing not in ('LEFT', 'NONE') order by x.name, x.id limit 1000`)
}

async function lines(tx: Tx, { officeId, locale }: Actor, rest: Sql): Promise<PersonLine[]> {
  const en = locale === 'en'
  return tx.$queryRaw<PersonLine[]>`
    select x.* from (
      select s.id, case when ${en} then coalesce(s.name_en, s.name) else s.name end as name, case when ${en} then coalesce(s.job_title_en, s.job_title) else s.job_title end as "jobTitle",
        s.role::text as role, s.agency_id as "agencyId", case when ${en} then a.short_en else a.short_ko end as agency, e.email, s.name as "nameKo", s.name_en as "nameEn",
        case when s.left_at is not null then 'LEFT' when c.staff_id is null then 'NONE' when c.deactivated_at is not null then coalesce(c.deactivated_why, 'SUSPENDED')
          when c.last_sign_in_at is null and exists (select from access_changes i where i.office_id = s.office_id and i.staff_id = s.id and i.kind = 'INVITATION' and i.state = 'GRANTED') then 'INVITED'
          else 'ACTIVE' end as standing,
        app.inside_circle(a.kind, a.is_entrusted) as inside, h.until as "approvalUntil", t.until as "trainingUntil", c.last_sign_in_at as "lastSignInAt", s.leaving_on as "leavingOn"
      from staff s
      join agencies a on a.office_id = s.office_id and a.id = s.agency_id
      left join accounts c on c.office_id = s.office_id and c.staff_id = s.id
      left join app.people_emails() e on e.staff_id = s.id
      left join lateral (select max(v.valid_until) as until from handling_approvals v where v.office_id = s.office_id and v.staff_id = s.id and v.revoked_at is null) h on true
      left join lateral (select max(v.valid_until) as until from security_trainings v where v.office_id = s.office_id and v.staff_id = s.id) t on true
      where s.office_id = ${officeId}::uuid and s.id in (select app.my_people())) x
    ${rest}`
}

function narrowed({ q, agency, role, state, after }: PeopleFilters): Sql {
  const part = q && `%${q.normalize('NFC').replace(/[\\%_]/g, '\\$&')}%`
  return sql`where ${ofState(state)}
    ${part ? sql`and (x."nameKo" ilike ${part} or x."nameEn" ilike ${part} or x.email ilike ${part} or x."jobTitle" ilike ${part})` : nothing}
    ${agency ? sql`and x."agencyId" = ${agency}::uuid` : nothing}
    ${role ? sql`and x.role = ${role}` : nothing}
    ${after ? sql`and (x.name, x.id) > (select case when y."nameEn" is not null and x.name is distinct from x."nameKo" then y."nameEn" else y.name end, y.id from (select s.id, s.name, s.name_en as "nameEn" from staff s where s.id = ${after}::uuid) y)` : nothing}`
}

function ofState(state: ShownState | undefined): Sql {
  switch (state) {
    case undefined:
      return sql`x.standing not in ('LEFT', 'NONE')`
    case 'active':
      return sql`x.standing = 'ACTIVE'`
    case 'invited':
      return sql`x.standing = 'INVITED'`
    case 'ending':
      return sql`x.standing = 'ACTIVE' and x.inside and (x."approvalUntil" is null or x."trainingUntil" is null or least(x."approvalUntil", x."trainingUntil") < app.now() + make_interval(days => ${warnDays}::int))`
    case 'dormant':
      return sql`x.standing = 'DORMANT'`
    case 'disabled':
      return sql`x.standing in ('SUSPENDED', 'LEAVING', 'DORMANT')`
    case 'left':
      return sql`x.standing = 'LEFT'`
    case 'none':
      return sql`x.standing = 'NONE'`
  }
}
