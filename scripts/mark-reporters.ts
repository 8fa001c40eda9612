import type pg from 'pg'
import { reporterMarks, unpackReporter } from '#lib/cases/reporter-text.ts'
import { unseal } from '#lib/core/ring-box.ts'

interface Unmarked {
  id: string
  office: string
  holder: string
  box: string
}

/** Who reported before texts were searched for it: the marks are made once. Those there are stay: they are made with the case's own key, which is wrapped anew and not changed. */
export async function markReporters(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<Unmarked>(`select p.record_id as id, p.office_id as office, r.case_id as holder, p.box from sealed_reporters p
    join sealed_records r on r.office_id = p.office_id and r.id = p.record_id
    where not exists (select from reporter_marks m where m.office_id = p.office_id and m.record_id = p.record_id)`)
  for (const { id, office, holder, box } of rows) {
    const told = await unseal('reporter', box, id)
    if (told === null) continue
    const marks = await reporterMarks(holder, unpackReporter(told))
    await owner.query('insert into reporter_marks (office_id, record_id, mark) select $1, $2, unnest($3::bytea[]) on conflict do nothing', [office, id, marks.map((mark) => Buffer.from(mark))])
  }
  return rows.length
}
