import { iconOf, toneOf, toneOfKind } from '#components/timeline/looks.ts'
import type { EntryPlace } from '#components/timeline/entry-html.ts'
import { levelLooks } from '#components/today/levels.ts'
import type { CaseRow } from '#lib/cases/view.ts'
import { gradeLabel } from '#lib/students/student.ts'
import type { Entry, Lock } from '#lib/timeline/entry.ts'
import { say } from '#lib/timeline/sentence.ts'
import { dayHeading, dday } from '#lib/words/clock-words.ts'
import { formatDay, formatDayTime, formatTime, isoDay } from '#lib/words/days.ts'
import { ko } from '#lib/words/ko.ts'

/** The rows of the two long pages in Korean, from plain template strings; tests/bench/speed.ts sees that they say what the house's say. */
const { columns } = ko.cases.list
const special = /[&<>"]/
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const esc = (text: string) => (special.test(text) ? text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? '') : text)

export function listRows(cases: CaseRow[], now: Date): string {
  let rows = ''
  for (const row of cases) {
    const { tone, shape } = levelLooks[row.level]
    const due = row.dueAt && dday(row.dueAt, now, 'ko')
    const about = [gradeLabel(row.grade, 'ko'), row.school, row.number].filter(Boolean).join(' · ')
    rows += `<tr><td data-head="${columns.student}"><a class="main" href="/cases/${row.id}">${esc(row.student)}</a> <span class="case-line">${esc(about)}</span></td><td data-head="${columns.level}"><span class="badge tone-${tone}"><svg class="shape" viewBox="0 0 12 12" aria-hidden="true"><use href="/icons.svg#shape-${shape}"></use></svg>${ko.cases.level[row.level]}</span>${row.unseen ? ` <span class="badge tone-red">${ko.cases.list.unseen}</span>` : ''}</td><td data-head="${columns.next}">${esc(row.next ?? '')}</td><td data-head="${columns.due}">${due ? `<span class="due due-${due.tone}" title="${due.exact}">${due.text}<span class="only-heard"> (${due.exact})</span></span>` : ''}</td><td data-head="${columns.waiting}">${esc(row.family ? ko.cases.waitingOn.FAMILY : (row.waiting ?? ''))}</td><td data-head="${columns.lead}">${row.lead === null ? '' : `${esc(row.lead)} <span class="case-line">${esc(row.leadAgency ?? '')}</span>`}</td><td data-head="${columns.stage}">${ko.cases.stage[row.stage]}</td></tr>`
  }
  const heads = [columns.student, columns.level, columns.next, columns.due, columns.waiting, columns.lead, columns.stage].map((column) => `<th scope="col">${column}</th>`).join('')
  return `<table class="table table-cards case-list"><caption class="only-heard">${ko.cases.list.title}</caption><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`
}

export function timelineDays(entries: Entry[], locks: Lock[], { caseId, now }: EntryPlace): string {
  let html = ''
  let day = ''
  for (const item of inOrder(entries, locks)) {
    if (isoDay(item.at) !== day) {
      html += day === '' ? '' : '</ol></section>'
      day = isoDay(item.at)
      html += `<section class="tl-day" data-day="${day}"><h3>${dayHeading(item.at, now, 'ko')}</h3><ol>`
    }
    html += 'why' in item ? '' : entryRow(item, caseId, now)
  }
  return day === '' ? html : `${html}</ol></section>`
}

function entryRow(entry: Entry, caseId: string, now: Date): string {
  const { id, at, by, byAgency, byKind, note, audience, layer, domain } = entry
  const { title, more } = say(entry, 'ko')
  const who = by === null ? ko.timeline.system : byAgency === null ? by : `${by} · ${byAgency}`
  const initial = byAgency === null ? '' : `<i class="initial tone-${toneOfKind(byKind)}" aria-hidden="true">${esc(byAgency.charAt(0))}</i>`
  let written = ''
  if (note) {
    const about = [
      note.childSeen ? ko.timeline.more.childSeen : '', ko.timeline.audience[audience], layer === 'SENSITIVE' ? ko.timeline.layer.SENSITIVE : '',
      domain === 'GENERAL' ? '' : ((ko.timeline.domain as Record<string, string>)[domain] ?? ''), isoDay(note.writtenAt) === isoDay(at) ? '' : formatDay(note.writtenAt, 'ko'),
    ].filter((part) => part !== '').join(' · ')
    const change = note.mine && now.getTime() - note.writtenAt.getTime() < 86_400_000 ? ko.timeline.edit : ko.timeline.addTo
    written = `<div class="ev-note"><p class="ev-body">${esc(note.body)}</p><p class="ev-foot">${about} <a href="/cases/${caseId}/notes/${note.id}">${change}</a></p></div>`
  }
  const details = more.length > 0 ? ` <span class="ev-more">${esc(more.join(' · '))}</span>` : ''
  return `<li class="ev" id="e-${id}" data-key="${String(at.getTime()).padStart(15, '0')}_${id}"><a class="ev-at" href="/cases/${caseId}/why/${id}" title="${formatDayTime(at, 'ko')} · ${ko.why.title}"><time datetime="${at.toISOString()}">${formatTime(at)}</time></a><span class="mark tone-${toneOf(entry)}"><svg class="icon" aria-hidden="true"><use href="/icons.svg#${iconOf(entry)}"></use></svg></span><div><p class="ev-said"><b>${esc(title)}</b>${details} <span class="ev-by">${initial}${esc(who)}</span></p>${written}</div></li>`
}

function inOrder(entries: Entry[], locks: Lock[]): (Entry | Lock)[] {
  return [...entries, ...locks].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
}
