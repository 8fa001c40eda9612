import type { HtmlEscapedString } from 'hono/utils/html'
import { levelLooks } from '#components/today/levels.ts'
import { badgeHtml, dueHtml, piece } from '#components/ui/html.ts'
import type { CaseRow } from '#lib/cases/view.ts'
import { gradeLabel } from '#lib/students/student.ts'
import { dday } from '#lib/words/clock-words.ts'
import { formatDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'

const columns = ['student', 'level', 'next', 'due', 'waiting', 'lead', 'stage'] as const

/** The caseload as one string; on a phone each row is a card. */
export function listHtml(cases: CaseRow[], now: Date, locale: Locale): string {
  const t = translator(locale)
  const heads = columns.map((column) => piece`<th scope="col">${t(`cases.list.columns.${column}`)}</th>`)
  return String(piece`<table class="table table-cards case-list"><caption class="only-heard">${t('cases.list.title')}</caption><thead><tr>${heads}</tr></thead><tbody>${cases.map((row) => rowHtml(row, now, locale, t))}</tbody></table>`)
}

function rowHtml(row: CaseRow, now: Date, locale: Locale, t: Words): HtmlEscapedString {
  const { id, number, student, grade, school, level, stage, next, dueAt, lead, leadAgency, closedAt, unseen } = row
  const { tone, shape } = levelLooks[level]
  const cells = {
    student: piece`<a class="main" href="/cases/${id}">${student}</a> <span class="case-line">${[gradeLabel(grade, locale), school, number].filter(Boolean).join(' · ')}</span>`,
    level: piece`${badgeHtml(t(`cases.level.${level}`), tone, shape)}${unseen ? piece` ${badgeHtml(t('cases.list.unseen'), 'red')}` : ''}`,
    next: closedAt ? '' : (next ?? ''),
    due: closedAt ? t('cases.list.closedOn', { day: formatDay(closedAt, locale) }) : dueAt ? dueHtml(dday(dueAt, now, locale)) : '',
    waiting: closedAt ? '' : row.family ? t('cases.waitingOn.FAMILY') : (row.waiting ?? ''),
    lead: lead === null ? '' : piece`${lead} <span class="case-line">${leadAgency ?? ''}</span>`,
    stage: t(`cases.stage.${stage}`),
  }
  return piece`<tr>${columns.map((column) => piece`<td data-head="${t(`cases.list.columns.${column}`)}">${cells[column]}</td>`)}</tr>`
}
