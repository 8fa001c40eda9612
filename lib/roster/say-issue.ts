import type { Words } from '#lib/words/translate.ts'
import type { Issue } from './problem.ts'

/** Why a line was left out, or what was noticed about it, as a sentence. */
export const sayIssue = ({ code }: Pick<Issue, 'code'>, t: Words): string => t(`roster.issue.${code}`)

/** The column as its file calls it, or its place when we have no name for it. */
export function sayField({ field }: Pick<Issue, 'field'>, t: Words): string {
  return field?.startsWith('#') ? t('roster.report.columnAt', { place: Number(field.slice(1)) }) : (field ?? '')
}

/** The line a spreadsheet shows it at; what concerns the whole file has none. */
export const sayLine = ({ line }: Pick<Issue, 'line'>, t: Words): string => (line === 0 ? t('roster.report.wholeFile') : String(line))

export const sayTaken = ({ rejected }: { rejected: boolean }, t: Words): string => (rejected ? t('roster.report.rejected') : t('roster.report.remark'))
