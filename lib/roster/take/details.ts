import type { RosterFile } from '../inspect.ts'
import { readSex } from '../values.ts'
import { batchesOf, count, json, rowsOf, type Intake } from './intake.ts'
import { idsOf } from './ids.ts'

/** demographics.csv: of all it may hold, only birth date and sex. */
export async function takeDetails(intake: Intake, file: RosterFile): Promise<void> {
  const { tx, officeId } = intake
  for await (const lines of batchesOf(intake, file)) {
    const rows = rowsOf(intake, 'demographics', lines, (line) => {
      const sourcedId = line.must('sourcedId')
      const left = line.left
      const sex = readSex(line.text('sex'))
      if (sex === undefined) line.remark('sex', 'sex')
      return { sourcedId, left, birth: line.day('birthDate'), sex: sex ?? null, line }
    }).filter(({ left }) => !left)
    const students = await idsOf(intake, 'students', rows.map(({ sourcedId }) => sourcedId))
    const known = rows.flatMap((row) => {
      const id = students.get(row.sourcedId)
      // Details of grown-ups are nothing we keep; of somebody unknown they are a slip
      if (!id && !isGrownUp(intake, row.sourcedId)) row.line.remark('unknownStudent', 'sourcedId')
      return id ? [{ id, birth: row.birth, sex: row.sex }] : []
    })
    const changed = await tx.$executeRaw`
      update students s set birth_date = coalesce(x.birth, s.birth_date), sex = coalesce(x.sex, s.sex)
      from jsonb_to_recordset(${json(known)}::jsonb) as x(id uuid, birth date, sex text)
      where s.office_id = ${officeId}::uuid and s.id = x.id
        and ((x.birth is not null and s.birth_date is distinct from x.birth) or (x.sex is not null and s.sex is distinct from x.sex))`
    count(intake, 'details', { changed, unchanged: known.length - changed })
  }
}

const isGrownUp = (intake: Intake, id: string): boolean => intake.people.has(id) && intake.people.get(id) !== 'student'
