import writeExcelFile from 'write-excel-file/node'
import type { CaseRow } from '#lib/cases/view.ts'
import { gradeLabel } from '#lib/students/student.ts'
import { formatDate, formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import type { ExportFormat } from './export.ts'
import { safeCell } from './safe-cell.ts'

interface Sheet {
  number: string
  /** Who takes it out, and when: in the first line and in the last. */
  by: string
  at: Date
  cases: CaseRow[]
  locale: Locale
}

/** The list of cases as a file. Every cell is text that no spreadsheet runs. */
export async function sheetOf(format: ExportFormat, sheet: Sheet): Promise<Uint8Array> {
  const lines = linesOf(sheet).map((line) => line.map(safeCell))
  if (format === 'CSV') return Buffer.from(`\ufeff${lines.map(csvLine).join('\r\n')}\r\n`)
  const [mark = [], head = [], ...rest] = lines
  const bold = (cells: string[]) => cells.map((value) => ({ value, fontWeight: 'bold' as const }))
  return writeExcelFile([bold(mark), bold(head), ...rest], { sheet: sheet.number, columns: head.map(() => ({ width: 18 })), stickyRowsCount: 2, orientation: 'landscape' }).toBuffer()
}

const csvLine = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

function linesOf({ number, by, at, cases, locale }: Sheet): string[][] {
  const t = translator(locale)
  const mark = [t('exports.file.mark', { number, by, at: formatDayTime(at, locale) })]
  const heads = (['number', 'student', 'grade', 'school', 'level', 'stage', 'next', 'due', 'lead', 'leadAgency', 'closed'] as const).map((key) => t(`exports.file.${key}`))
  const rows = cases.map((row) => [
    row.number, row.student, gradeLabel(row.grade, locale) ?? '', row.school, t(`cases.level.${row.level}`), t(`cases.stage.${row.stage}`), row.next ?? '',
    row.dueAt ? formatDayTime(row.dueAt, locale) : '', row.lead ?? '', row.leadAgency ?? '', row.closedAt ? formatDate(row.closedAt, locale) : '',
  ])
  return [mark, heads, ...rows, mark]
}
