import type { RosterFile } from '../inspect.ts'
import { Reject, type Line } from '../values.ts'
import { idsOf } from './ids.ts'
import { batchesOf, count, json, writeIssues, type Intake } from './intake.ts'

interface Family {
  sourcedId: string
  guardians: string[]
  /** The child's own line names them all; a guardian's line names only herself. */
  all: boolean
  line?: Line
}

interface Link {
  student_id: string
  guardian_id: string
  ended: boolean
}

/**
 * Who brings up whom, from the students' lines and the guardians' own; read a second time, when all of them are in.
 * A guardian whom neither side names any more is one no longer.
 */
export async function takeLinks(intake: Intake, file: RosterFile): Promise<void> {
  for await (const lines of batchesOf(intake, file, 'again')) {
    await put(intake, lines.map((line) => readFamily(intake, line)).filter((family) => family !== null))
    await writeIssues(intake)
  }
  // Children whom only their guardians name: their own lines are not in this roster
  const others = [...intake.children].filter(([sourcedId]) => !intake.people.has(sourcedId)).map(([sourcedId, guardians]) => ({ sourcedId, guardians, all: false }))
  for (let at = 0; at < others.length; at += 2_000) await put(intake, others.slice(at, at + 2_000))
}

function readFamily(intake: Intake, line: Line): Family | null {
  try {
    const sourcedId = line.text('sourcedId')
    if (line.left || intake.people.get(sourcedId) !== 'student') return null
    const named = line.list('agentSourcedIds')
    const guardians = [...new Set([...named, ...(intake.children.get(sourcedId) ?? [])])]
    return guardians.length > 0 ? { sourcedId, guardians, all: named.length > 0, line } : null
  } catch (problem) {
    if (problem instanceof Reject) return null
    throw problem
  }
}

async function put(intake: Intake, families: Family[]) {
  const { tx, officeId, at } = intake
  const students = await idsOf(intake, 'students', families.map(({ sourcedId }) => sourcedId))
  const guardians = await idsOf(intake, 'guardians', families.flatMap((family) => family.guardians))
  const before = await tx.$queryRaw<Link[]>`
    select l.student_id, l.guardian_id, l.ended_at is not null as ended from guardian_links l
    join guardians g on g.office_id = l.office_id and g.id = l.guardian_id and g.sourced_id is not null
    where l.office_id = ${officeId}::uuid and l.student_id in (select unnest(${[...students.values()]}::uuid[]))`
  const known = new Map(before.map((link) => [`${link.student_id} ${link.guardian_id}`, link]))

  const fresh: { studentId: string; guardianId: string; relation: string }[] = []
  const back: Link[] = []
  const wanted = new Set<string>()
  const named = new Set<string>()
  for (const { sourcedId, guardians: names, all, line } of families) {
    const studentId = students.get(sourcedId)
    if (!studentId) continue
    if (all) named.add(studentId)
    for (const name of names) {
      const guardianId = guardians.get(name)
      if (!guardianId) {
        line?.remark('unknownGuardian', 'agentSourcedIds')
        continue
      }
      const link = known.get(`${studentId} ${guardianId}`)
      wanted.add(`${studentId} ${guardianId}`)
      if (!link) fresh.push({ studentId, guardianId, relation: intake.relations.get(name) ?? 'guardian' })
      else if (link.ended) back.push(link)
    }
  }
  const over = before.filter((link) => !link.ended && named.has(link.student_id) && !wanted.has(`${link.student_id} ${link.guardian_id}`))
  await tx.$executeRaw`
    insert into guardian_links (office_id, student_id, guardian_id, relation)
    select ${officeId}::uuid, x."studentId", x."guardianId", x.relation
    from jsonb_to_recordset(${json(fresh)}::jsonb) as x("studentId" uuid, "guardianId" uuid, relation text) on conflict do nothing`
  for (const [links, ended] of [[back, null], [over, at]] as const) {
    await tx.$executeRaw`
      update guardian_links l set ended_at = ${ended} from jsonb_to_recordset(${json(links)}::jsonb) as x(student_id uuid, guardian_id uuid)
      where l.office_id = ${officeId}::uuid and l.student_id = x.student_id and l.guardian_id = x.guardian_id`
  }
  count(intake, 'links', { added: fresh.length, changed: back.length, ended: over.length, unchanged: wanted.size - fresh.length - back.length })
}
