import { createHash } from 'node:crypto'
import type { Tx } from '#lib/core/door.ts'
import type { Kind } from '../columns.ts'
import { textOf } from '../encoding.ts'
import type { RosterFile } from '../inspect.ts'
import { issues, type Issue, type IssueCode } from '../problem.ts'
import { fileOf, type Progress, type Thing } from '../progress.ts'
import { recordsOf } from '../records.ts'
import { makeLine, Reject, type Line } from '../values.ts'

export type PersonKind = 'student' | 'guardian' | 'staff' | 'other'

/** All that one import knows while it is taking its files in. */
export interface Intake {
  tx: Tx
  officeId: string
  importId: string
  /** The moment at which people and classes end that have left. */
  at: Date
  progress: Progress
  /** Kinds of file that the manifest calls complete. */
  bulk: Set<Kind>
  /** Remarks not written yet, and how many were. */
  issues: Issue[]
  written: number
  schools: Map<string, { id: string; name: string }>
  /** Schools of which this import brought people or classes: only their missing ones have left. */
  touched: Set<string>
  homerooms: Set<string>
  years: Map<string, number>
  roles: Map<string, { role: string; org: string }>
  people: Map<string, PersonKind>
  relations: Map<string, string>
  /** student ← guardian, as guardians' own lines say it. */
  children: Map<string, string[]>
  seen: Record<Kind, Set<string>>
  /** Rows without a number of the roster that were recognised: taken once, whatever else bears the same name. */
  recognised: Set<string>
  /** The rows behind numbers of the roster, as far as this import has met them. */
  ids: Record<'students' | 'guardians' | 'staff' | 'classes', Map<string, string>>
  /**
   * What is written last of all. A number of the roster stands in a unique index, and writing it keeps everybody from
   * adding anything about that school or person until the import has ended.
   */
  last: (() => Promise<unknown>)[]
  tick: () => void
}

/** Rows a statement. Larger does not get faster, and this bounds memory. */
const BATCH = 2_000

/** Tells the planner about tables that have become much larger, within the transaction that fills them. */
export async function weigh(tx: Tx): Promise<void> {
  await tx.$executeRaw`select app.weigh_roster()`
}

/** The lines of a file in batches; lines that do not even come apart are left out, and remarked the first time. */
export async function* batchesOf(intake: Intake, file: RosterFile, time: 'first' | 'again' = 'first'): AsyncGenerator<Line[]> {
  const name = `${file.kind}.csv`
  let batch: Line[] = []
  let counted = 0
  let header = true
  for await (const records of recordsOf(textOf(file.path, file.encoding))) {
    for (const { line, cells } of records) {
      if (header) {
        header = false
        continue
      }
      if (!isWhole(cells, file.width)) {
        if (time === 'first') remark(intake, { file: name, line, code: cells ? 'cells' : 'quote' })
        counted++
      } else batch.push(makeLine(line, cells, file.at, (code, field) => remark(intake, { file: name, line, code, field })))
      if (batch.length < BATCH) continue
      yield batch
      if (time === 'first') await settle(intake, file.kind, counted + BATCH)
      batch = []
      counted = 0
    }
  }
  yield batch
  if (time === 'first') await settle(intake, file.kind, counted + batch.length)
}

/** Spreadsheets drop empty cells at a line's end and add some; anything else has slipped. */
function isWhole(cells: string[] | null, width: number): cells is string[] {
  if (!cells) return false
  return cells.length <= width ? cells.length > 1 || width === 1 : cells.slice(width).every((cell) => cell.trim() === '')
}

async function settle(intake: Intake, kind: Kind, lines: number) {
  const file = fileOf(intake.progress, kind)
  if (file) file.read += lines
  await writeIssues(intake)
  await weigh(intake.tx)
  intake.tick()
}

/** Reads lines as rows; those that cannot be taken are remarked. The first of two lines with the same id counts. */
export function rowsOf<R extends { sourcedId: string }>(intake: Intake, kind: Kind, lines: readonly Line[], read: (line: Line) => R | null): R[] {
  const rows: R[] = []
  for (const line of lines) {
    try {
      const row = read(line)
      if (!row) continue
      if (intake.seen[kind].has(row.sourcedId)) throw new Reject('duplicate', 'sourcedId')
      intake.seen[kind].add(row.sourcedId)
      rows.push(row)
    } catch (problem) {
      if (!(problem instanceof Reject)) throw problem
      line.remark(problem.code, problem.field)
    }
  }
  return rows
}

export function remark(intake: Intake, issue: Issue): void {
  intake.issues.push(issue)
  const { reasons } = intake.progress
  reasons[issue.code] = (reasons[issue.code] ?? 0) + 1
  if (issues[issue.code] === 'taken') {
    intake.progress.remarks++
    return
  }
  intake.progress.rejected++
  const file = intake.progress.files.find(({ kind }) => `${kind}.csv` === issue.file)
  if (file) file.rejected++
}

export async function writeIssues(intake: Intake): Promise<void> {
  const { tx, officeId, importId } = intake
  while (intake.issues.length > 0) {
    const part = intake.issues.splice(0, BATCH).map((issue) => ({ ...issue, seq: ++intake.written, rejected: issues[issue.code] === 'rejected' }))
    await tx.$executeRaw`
      insert into roster_import_issues (office_id, import_id, seq, file, line, field, code, rejected)
      select ${officeId}::uuid, ${importId}::uuid, x.* from jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
        as x(seq int, file text, line int, field text, code text, rejected boolean)`
  }
}

/** Remark of a whole batch's worth of ids, at the lines they came from. */
export function remarkAll(rows: readonly { line: Line }[], code: IssueCode, field?: string): void {
  for (const { line } of rows) line.remark(code, field)
}

/** Somebody who has left: by a line that says so, or by standing in none. */
export interface Leaving {
  id: string
  line?: Line
}

/** At the line that says so; for those whom a complete list does not name any more, once for its file. */
export function remarkLeaving(intake: Intake, rows: readonly Leaving[], code: IssueCode): void {
  for (const { line } of rows) line?.remark(code)
  if (rows.some(({ line }) => !line)) remark(intake, { file: 'users.csv', line: 0, code })
}

export function count(intake: Intake, thing: Thing, amounts: Partial<Progress['counts'][Thing]>): void {
  const counts = intake.progress.counts[thing]
  for (const [name, amount] of Object.entries(amounts) as [keyof typeof counts, number][]) counts[name] += amount
}

/** What a row said, in 16 letters: the same row next time need not be written. */
export const digestOf = (...values: unknown[]): string => createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16)

/** A list of numbers and words as a statement's one parameter. */
export const json = (rows: readonly object[]): string => JSON.stringify(rows, (key, value: unknown) => (key === 'line' ? undefined : value))
