import { badgeHtml, piece } from '#components/ui/html.ts'
import type { Issue } from '#lib/roster/problem.ts'
import { sayField, sayIssue, sayLine, sayTaken } from '#lib/roster/say-issue.ts'
import type { Words } from '#lib/words/translate.ts'

type Row = Issue & { rejected: boolean }

/** The rows of the report as prepared HTML; each says why first, so that a phone's card has a title. */
export function issueRows(rows: readonly Row[], t: Words): string {
  const head = { why: t('roster.report.why'), file: t('roster.report.file'), line: t('roster.report.line'), column: t('roster.report.column'), result: t('roster.report.result') }
  return rows
    .map((row) => String(piece`<tr><td data-head="${head.why}">${sayIssue(row, t)}</td><td data-head="${head.result}">${badgeHtml(sayTaken(row, t), row.rejected ? 'orange' : 'plain')}</td><td data-head="${head.file}"><code>${row.file}</code></td><td data-head="${head.line}" class="end">${sayLine(row, t)}</td><td data-head="${head.column}">${row.field?.startsWith('#') ? sayField(row, t) : piece`<code>${sayField(row, t)}</code>`}</td></tr>`))
    .join('')
}
