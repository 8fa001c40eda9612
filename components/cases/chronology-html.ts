import type { HtmlEscapedString } from 'hono/utils/html'
import { piece } from '#components/ui/html.ts'
import type { Chronology } from '#lib/cases/printed-case.ts'
import type { Entry, Lock } from '#lib/timeline/entry.ts'
import { say } from '#lib/timeline/sentence.ts'
import { formatDate, formatTime, isoDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator, type Words } from '#lib/words/translate.ts'

interface Locks {
  at: Date
  id: string
  lock: Lock
  count: number
}

type Line = Locks | { at: Date; id: string; entry: Entry }

/** The rows of the chronology on paper: when, what, who; what is closed to this reader as a line of its own. */
export function chronologyHtml({ entries, locks }: Chronology, locale: Locale): string {
  const t = translator(locale)
  const lines: Line[] = [...entries.map((entry) => ({ at: entry.at, id: entry.id, entry })), ...locks.map((lock) => ({ at: lock.at, id: lock.id, lock, count: 1 }))]
  const ordered = lines.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
  const rows = together(ordered).map((line) => ('entry' in line ? entryRow(line.entry, locale, t) : lockRow(line, locale, t)))
  return String(piece`<table class="chronology"><caption>${t('timeline.title')}</caption>
    <thead><tr><th scope="col">${t('cases.print.when')}</th><th scope="col">${t('cases.print.what')}</th><th scope="col">${t('cases.print.who')}</th></tr></thead>
    <tbody>${rows}</tbody></table>`)
}

function entryRow(entry: Entry, locale: Locale, t: Words): HtmlEscapedString {
  const { at, by, byAgency, note, domain, layer } = entry
  const { title, more } = say(entry, locale)
  const about = [...more, domain === 'GENERAL' ? '' : named(locale, 'timeline.domain', domain), layer === 'SENSITIVE' ? t('timeline.layer.SENSITIVE') : ''].filter(Boolean)
  const who = by === null ? t('timeline.system') : [by, byAgency].filter(Boolean).join(' · ')
  return piece`<tr><td>${formatDate(at, locale)}<br>${formatTime(at)}</td><td><b>${title}</b>${about.length > 0 ? ` (${about.join(' · ')})` : ''}${note ? piece`<p lang="${tongueOf(note.body, locale) ?? locale}">${note.body}</p>` : ''}</td><td>${who}</td></tr>`
}

function lockRow({ at, lock, count }: Locks, locale: Locale, t: Words): HtmlEscapedString {
  return piece`<tr><td>${formatDate(at, locale)}<br>${formatTime(at)}</td><td class="closed-entry">${t(`timeline.lock.${lock.why}`, { count })}</td><td></td></tr>`
}

/** What is closed for the same reason on the same day, one after the other, is one line. */
function together(lines: Line[]): Line[] {
  const kept: Line[] = []
  for (const line of lines) {
    const last = kept.at(-1)
    if (last && 'lock' in last && 'lock' in line && last.lock.why === line.lock.why && isoDay(last.at) === isoDay(line.at)) last.count++
    else kept.push(line)
  }
  return kept
}
