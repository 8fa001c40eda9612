import { newId } from '#lib/core/id.ts'
import { count, json, remarkAll, remarkLeaving, type Intake, type Leaving } from './intake.ts'
import { meet } from './ids.ts'
import { nameOf, readAll, schoolOf, type Person } from './person.ts'

interface Member {
  id: string
  sourced_id: string | null
  name: string
  agency_id: string
  phone: string | null
  role: string
  ended: boolean
}

type Row = ReturnType<typeof readStaff>
type Matched = Row & { mine: Member | undefined; same: number }

/**
 * Teachers arrive without an account. One who is here already without a number of the roster is recognised by school
 * and name, if no other has that name; for anybody but a teacher only the number is added, the rest is the administrator's.
 */
export async function takeStaff(intake: Intake, people: Person[]): Promise<void> {
  if (people.length === 0) return
  const { tx, officeId } = intake
  const rows = readAll(people, (person) => readStaff(intake, person))
  const known = await tx.$queryRaw<Member[]>`
    select id, sourced_id, name, agency_id, phone, role::text, left_at is not null as ended from staff
    where office_id = ${officeId}::uuid
      and (sourced_id in (select unnest(${rows.map((row) => row.sourcedId)}::text[]))
        or (sourced_id is null and left_at is null and role in ('TEACHER', 'COUNSELOR', 'SCHOOL_LEAD') and name in (select unnest(${rows.map((row) => row.name)}::text[]))))`
  const matched = rows.map((row) => match(intake, row, known, rows))
  await end(intake, matched.filter(({ left }) => left))

  const here = matched.filter(({ left }) => !left)
  const fresh = here.filter(({ mine }) => !mine).map((row) => ({ ...row, id: newId() }))
  const recognised = here.filter(({ mine }) => mine?.sourced_id === null)
  const changed = await staying(intake, here.filter((row) => row.mine?.sourced_id && row.mine.role === 'TEACHER' && differs(row, row.mine)))
  remarkAll(fresh.filter(({ same }) => same > 1), 'staffNotUnique')
  await tx.$executeRaw`
    insert into staff (id, office_id, agency_id, role, name, name_en, job_title, job_title_en, sourced_id, phone)
    select x.id, ${officeId}::uuid, x."agencyId", 'TEACHER', x.name, x."nameEn", '교사', 'Teacher', x."sourcedId", x.phone
    from jsonb_to_recordset(${json(fresh)}::jsonb) as x(id uuid, "agencyId" uuid, name text, "nameEn" text, "sourcedId" text, phone text)`
  intake.last.push(() => tx.$executeRaw`
    update staff s set sourced_id = x."sourcedId"
    from jsonb_to_recordset(${json(recognised.map((row) => ({ id: row.mine?.id, sourcedId: row.sourcedId })))}::jsonb) as x(id uuid, "sourcedId" text)
    where s.office_id = ${officeId}::uuid and s.id = x.id`)
  await tx.$executeRaw`
    update staff s set name = x.name, name_en = coalesce(x."nameEn", s.name_en), agency_id = x."agencyId", phone = coalesce(x.phone, s.phone), left_at = null, version = s.version + 1
    from jsonb_to_recordset(${json(changed.map((row) => ({ ...row, id: row.mine?.id })))}::jsonb) as x(id uuid, "agencyId" uuid, name text, "nameEn" text, phone text)
    where s.office_id = ${officeId}::uuid and s.id = x.id`
  meet(intake, 'staff', [...fresh.map(({ sourcedId, id }) => [sourcedId, id] as const), ...here.flatMap(({ sourcedId, mine }) => (mine ? [[sourcedId, mine.id] as const] : []))])
  count(intake, 'staff', { added: fresh.length, changed: recognised.length + changed.length, unchanged: here.length - fresh.length - recognised.length - changed.length })
}

/** Nobody moves away from open work: she stays at her school until it is handed over, and the next roster moves her. */
async function staying({ tx }: Intake, rows: Matched[]): Promise<Matched[]> {
  const moving = rows.filter(({ mine, agencyId }) => mine && mine.agency_id !== agencyId)
  if (moving.length === 0) return rows
  const busy = await tx.$queryRaw<{ id: string }[]>`select app.busy_people(${moving.map(({ mine }) => mine?.id)}::uuid[]) as id`
  const stuck = moving.filter(({ mine }) => busy.some(({ id }) => id === mine?.id))
  remarkAll(stuck, 'staffMovedWithCases')
  return rows.map((row) => (stuck.includes(row) ? { ...row, agencyId: row.mine?.agency_id ?? row.agencyId } : row))
}

function match(intake: Intake, row: Row, known: Member[], rows: Row[]): Matched {
  const numbered = known.find(({ sourced_id }) => sourced_id === row.sourcedId)
  if (numbered || row.left) return { ...row, mine: numbered, same: 0 }
  const here = known.filter(({ id, sourced_id, name, agency_id }) => sourced_id === null && name === row.name && agency_id === row.agencyId && !intake.recognised.has(id))
  const coming = here.length === 0 ? 0 : rows.filter(({ name, agencyId }) => name === row.name && agencyId === row.agencyId).length
  const mine = here.length === 1 && coming === 1 ? here[0] : undefined
  if (mine) intake.recognised.add(mine.id)
  return { ...row, mine, same: Math.max(here.length, coming) }
}

const differs = (row: Row, mine: Member): boolean =>
  mine.ended || mine.name !== row.name || mine.agency_id !== row.agencyId || (row.phone !== null && mine.phone !== row.phone)

async function end(intake: Intake, rows: Matched[]) {
  const here = rows.filter(({ mine }) => mine && !mine.ended)
  const kept = here.filter(({ mine }) => mine?.role !== 'TEACHER')
  const gone = here.filter(({ mine }) => mine?.role === 'TEACHER')
  remarkAll(kept, 'staffKept')
  await endStaff(intake, gone.map(({ mine, line }) => ({ id: mine?.id ?? '', line })))
  count(intake, 'staff', { ended: gone.length, unchanged: rows.length - gone.length })
}

/** Whoever has left is let in no more; what waits for her needs somebody else, and until then she stays, cut off. */
export async function endStaff(intake: Intake, rows: readonly Leaving[]): Promise<void> {
  const { tx } = intake
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  const busy = await tx.$queryRaw<{ id: string }[]>`select app.end_by_roster(${ids}::uuid[]) as id`
  remarkLeaving(intake, rows.filter(({ id }) => busy.some((one) => one.id === id)), 'staffLeftWithCases')
}

function readStaff(intake: Intake, person: Person) {
  const { sourcedId, left, line } = person
  if (left) return { sourcedId, left, line, agencyId: '', name: '', nameEn: null, phone: null }
  const { name, nameEn } = nameOf(person)
  return { sourcedId, left, line, agencyId: schoolOf(intake, person).id, name, nameEn, phone: line.text('phone', 40) || line.text('sms', 40) || null }
}
