import type { HtmlEscapedString } from 'hono/utils/html'
import { piece } from '#components/ui/html.ts'
import type { Chronology } from '#lib/cases/printed-case.ts'
import type { Entry, Lock } from '#lib/timeline/entry.ts'
import { say } from '#lib/timeline/sentence.ts'
import { formatDate, formatTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator, type Words } from '#lib/words/translate.ts'

/** The rows of the chronology on paper: when, what, who; what is closed to this reader as a line of its own. */
export function chronologyHtml({ entries, locks }: Chronology, locale: Locale): string {
  const t = translator(locale)
  const lines = [...entries.map((entry) => ({ at: entry.at, id: entry.id, row: () => entryRow(entry, locale, t) })), ...locks.map((lock) => ({ at: lock.at, id: lock.id, row: () => lockRow(lock, locale, t) }))]
  const rows = lines.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)).map(({ row }) => row())
  return String(piece`<table class="chronology"><caption>${t('timeline.title')}</caption>
    <thead><tr><th scope="col">${t('cases.print.when')}</th><th scope="col">${t('cases.print.what')}</th><th scope="col">${t('cases.print.who')}</th></tr></thead>
    <tbody>${rows}</tbody></table>`)
}

function entryRow(entry: Entry, locale: Locale, t: Words): HtmlEscapedString {
  const { at, by, byAgency, note, domain, layer } = entry
  const { title, more } = say(entry, locale)
  const about = [...more, domain === 'GENERAL' ? '' : named(locale, 'timeline.domain', domain), layer === 'SENSITIVE' ? t('timeline.layer.SENSITIVE') : ''].filter(Boolean)
  const who = by === null ? t('timeline.system') : [by, byAgency].filter(Boolean).join(' · ')
  return piece`<tr><td>${formatDate(at, locale)}<br>${formatTime(at)}</td><td><b>${title}</b>${about.length > 0 ? ` (${about.join(' · ')})` : ''}${note ? piece`<p>${note.body}</p>` : ''}</td><td>${who}</td></tr>`
}

function lockRow({ at, why }: Lock, locale: Locale, t: Words): HtmlEscapedString {
  return piece`<tr><td>${formatDate(at, locale)}<br>${formatTime(at)}</td><td class="closed-entry">${t(`timeline.lock.${why}`, { count: 1 })}</td><td></td></tr>`
}
