import writeExcelFile from 'write-excel-file/node'
import type { LogLine } from '#lib/audit/queries.ts'
import { sayAction } from '#lib/audit/say-action.ts'
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
  content: { cases: CaseRow[] } | { log: LogLine[] }
  locale: Locale
}

/** The list as a file. Every cell is text that no spreadsheet runs. */
export async function sheetOf(format: ExportFormat, sheet: Sheet): Promise<Uint8Array> {
  const lines = linesOf(sheet).map((line) => line.map(safeCell))
  if (format === 'CSV') return Buffer.from(`\ufeff${lines.map(csvLine).join('\r\n')}\r\n`)
  const [mark = [], head = [], ...rest] = lines
  const bold = (cells: string[]) => cells.map((value) => ({ value, fontWeight: 'bold' as const }))
  return writeExcelFile([bold(mark), bold(head), ...rest], { sheet: sheet.number, columns: head.map(() => ({ width: 18 })), stickyRowsCount: 2, orientation: 'landscape' }).toBuffer()
}

const csvLine = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

function linesOf({ number, by, at, content, locale }: Sheet): string[][] {
  const mark = [translator(locale)('exports.file.mark', { number, by, at: formatDayTime(at, locale) })]
  return [mark, ...('cases' in content ? caseLines(content.cases, locale) : logLines(content.log, locale)), mark]
}

function caseLines(cases: CaseRow[], locale: Locale): string[][] {
  const t = translator(locale)
  const heads = (['number', 'student', 'grade', 'school', 'level', 'stage', 'next', 'due', 'lead', 'leadAgency', 'closed'] as const).map((key) => t(`exports.file.${key}`))
  return [heads, ...cases.map((row) => [
    row.number, row.student, gradeLabel(row.grade, locale) ?? '', row.school, t(`cases.level.${row.level}`), t(`cases.stage.${row.stage}`), row.next ?? '',
    row.dueAt ? formatDayTime(row.dueAt, locale) : '', row.lead ?? '', row.leadAgency ?? '', row.closedAt ? formatDate(row.closedAt, locale) : '',
  ])]
}

/** As the page of the record shows it: of a case the number alone. */
function logLines(log: LogLine[], locale: Locale): string[][] {
  const t = translator(locale)
  const heads = [t('people.access.at'), t('people.access.who'), t('exports.file.leadAgency'), t('people.access.what'), t('people.access.subject'), t('people.access.outcome'), t('audit.log.address')]
  return [heads, ...log.map(({ at, who, agency, action, caseNumber, refused, address }) => [
    formatDayTime(at, locale), who ?? t('audit.log.itself'), agency ?? '', sayAction(action, locale), caseNumber ?? '', t(refused ? 'people.access.refused' : 'people.access.done'), address ?? '',
  ])]
}
