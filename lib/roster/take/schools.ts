import { newId } from '#lib/core/id.ts'
import { reduce } from '../columns.ts'
import type { RosterFile } from '../inspect.ts'
import { shortSchool, type Line } from '../values.ts'
import { batchesOf, count, json, remarkAll, rowsOf, type Intake } from './intake.ts'

interface Row {
  sourcedId: string
  name: string
  left: boolean
  line: Line
}

interface School {
  id: string
  sourced_id: string | null
  name_ko: string
  ended: boolean
}

/** Offices and departments of the standard; ours are not made by a roster. */
const others = ['district', 'local', 'state', 'national', 'department', '교육지원청', '교육청', '부서']

/** Schools known before, for rosters that do not name them again. */
export async function knownSchools({ tx, officeId }: Pick<Intake, 'tx' | 'officeId'>): Promise<Intake['schools']> {
  const rows = await tx.$queryRaw<{ id: string; sourced_id: string; name_ko: string }[]>`
    select id, sourced_id, name_ko from agencies where office_id = ${officeId}::uuid and kind = 'SCHOOL' and sourced_id is not null and ended_at is null`
  return new Map(rows.map(({ id, sourced_id, name_ko }) => [sourced_id, { id, name: name_ko }]))
}

/** A school that is here already without a number of the roster is recognised by its exact name. */
export async function takeSchools(intake: Intake, file: RosterFile): Promise<void> {
  const { tx, officeId } = intake
  for await (const lines of batchesOf(intake, file)) {
    const rows = rowsOf(intake, 'orgs', lines, readSchool)
    const known = await tx.$queryRaw<School[]>`
      select id, sourced_id, name_ko, ended_at is not null as ended from agencies
      where office_id = ${officeId}::uuid and kind = 'SCHOOL' and (sourced_id in (select unnest(${rows.map((row) => row.sourcedId)}::text[])) or sourced_id is null)`
    await put(intake, rows.filter(({ left }) => !left), known)
    await end(intake, rows.filter(({ left }) => left), known)
  }
}

function readSchool(line: Line): Row | null {
  const sourcedId = line.must('sourcedId')
  if (line.left) return { sourcedId, name: '', left: true, line }
  const name = line.must('name')
  const type = reduce(line.text('type'))
  if (others.includes(type)) return null
  if (!isSchool(type, name)) {
    line.remark('notSchool', 'type')
    return null
  }
  return { sourcedId, name, left: false, line }
}

const isSchool = (type: string, name: string): boolean =>
  ['school', '학교', '초등학교', '중학교', '고등학교', '특수학교'].includes(type) || (type === '' && /학교$|school$/i.test(name))

async function put(intake: Intake, rows: Row[], known: School[]) {
  const { tx, officeId } = intake
  const wanted = rows.map((row) => {
    const mine = known.find(({ sourced_id }) => sourced_id === row.sourcedId) ?? recognise(intake, row, known)
    return { id: mine?.id ?? newId(), sourced_id: row.sourcedId, name: row.name, short: shortSchool(row.name), mine }
  })
  for (const { id, sourced_id, name } of wanted) intake.schools.set(sourced_id, { id, name })
  const fresh = wanted.filter(({ mine }) => !mine)
  const recognised = wanted.filter(({ mine }) => mine?.sourced_id === null)
  const changed = wanted.filter(({ mine, name }) => mine && (mine.ended || mine.name_ko !== name))
  await tx.$executeRaw`
    insert into agencies (id, office_id, kind, name_ko, name_en, short_ko, short_en, sourced_id)
    select x.id, ${officeId}::uuid, 'SCHOOL', x.name, x.name, x.short, x.short, x.sourced_id
    from jsonb_to_recordset(${json(fresh)}::jsonb) as x(id uuid, name text, short text, sourced_id text)`
  await tx.$executeRaw`
    update agencies a set ended_at = null, version = a.version + 1,
      name_ko = x.name, short_ko = case when a.name_ko = x.name then a.short_ko else x.short end
    from jsonb_to_recordset(${json(changed)}::jsonb) as x(id uuid, name text, short text)
    where a.office_id = ${officeId}::uuid and a.id = x.id`
  intake.last.push(() => tx.$executeRaw`
    update agencies a set sourced_id = x.sourced_id, version = a.version + 1
    from jsonb_to_recordset(${json(recognised)}::jsonb) as x(id uuid, sourced_id text) where a.office_id = ${officeId}::uuid and a.id = x.id`)
  const other = new Set([...recognised, ...changed]).size
  count(intake, 'schools', { added: fresh.length, changed: other, unchanged: wanted.length - fresh.length - other })
}

/** The one school of that name that has no number yet, and that no other line has claimed. */
function recognise({ recognised }: Intake, { name }: Row, known: School[]): School | undefined {
  const named = known.filter((school) => school.sourced_id === null && school.name_ko === name && !recognised.has(school.id))
  if (named.length !== 1) return undefined
  for (const { id } of named) recognised.add(id)
  return named[0]
}

/** A school with open cases stays: its people would lose the children they look after. */
async function end(intake: Intake, rows: Row[], known: School[]) {
  const { tx, officeId, at } = intake
  const going = rows.flatMap((row) => {
    const mine = known.find(({ sourced_id, ended }) => sourced_id === row.sourcedId && !ended)
    return mine ? [{ id: mine.id, line: row.line }] : []
  })
  const busy = await tx.$queryRaw<{ school_id: string }[]>`
    select distinct school_id from cases where office_id = ${officeId}::uuid and school_id in (select unnest(${going.map(({ id }) => id)}::uuid[])) and closed_at is null`
  const kept = going.filter(({ id }) => busy.some(({ school_id }) => school_id === id))
  const gone = going.filter((school) => !kept.includes(school))
  remarkAll(kept, 'schoolKept')
  for (const { line } of gone) intake.schools.delete(line.text('sourcedId'))
  await tx.$executeRaw`update agencies set ended_at = ${at}, version = version + 1 where office_id = ${officeId}::uuid and id in (select unnest(${gone.map(({ id }) => id)}::uuid[]))`
  count(intake, 'schools', { ended: gone.length, unchanged: rows.length - gone.length })
}
