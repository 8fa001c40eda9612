import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { translator } from '#lib/words/translate.ts'
import { issuesOf, type IssueView } from './queries.ts'
import { sayField, sayIssue, sayLine, sayTaken } from './say-issue.ts'

/** Lines asked for at once. */
const PART = 2_000

/** What was noticed in an import, for a spreadsheet; each part is asked for anew, as whoever downloads it. */
export async function* reportOf(actor: Actor, importId: string): AsyncGenerator<string> {
  const t = translator(actor.locale)
  const line = (issue: IssueView) => csvLine([issue.file, sayLine(issue, t), sayField(issue, t), sayTaken(issue, t), sayIssue(issue, t)])
  // The byte-order mark tells spreadsheets that this is UTF-8
  yield `\uFEFF${csvLine([t('roster.report.file'), t('roster.report.line'), t('roster.report.column'), t('roster.report.result'), t('roster.report.why')])}`
  for (let after: number | undefined = 0; after !== undefined; ) {
    const from: number = after
    const { page, next } = await asActor(actor, (tx) => issuesOf(tx, actor, importId, PART, { after: from }))
    yield page.map(line).join('')
    after = next
  }
}

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** A cell that would begin a formula begins with an apostrophe instead: spreadsheets run formulas of files they open. */
function csvCell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
