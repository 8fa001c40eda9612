import type { HtmlEscapedString } from 'hono/utils/html'
import { iconHtml, piece } from '#components/ui/html.ts'
import { mendableHours } from '#lib/cases/note.ts'
import type { Entry, EntryNote } from '#lib/timeline/entry.ts'
import { say } from '#lib/timeline/sentence.ts'
import { formatDay, formatDayTime, formatTime, isoDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator, type Words } from '#lib/words/translate.ts'
import { iconOf, toneOf, toneOfKind } from './looks.ts'

/** What all entries of a page have in common. */
export interface EntryPlace {
  caseId: string
  now: Date
  locale: Locale
  /** Only to be looked at: nothing in it leads anywhere. */
  still?: boolean
}

/** By which entries lie in order as text: the moment, then the id. The browser puts new ones in place by it. */
export const entryKey = ({ at, id }: { at: Date; id: string }): string => `${String(at.getTime()).padStart(15, '0')}_${id}`

/** One entry: when, its sign, what happened, by whom, and what was written. */
export function entryHtml(entry: Entry, place: EntryPlace): HtmlEscapedString {
  const { id, by, byAgency, byKind, note } = entry
  const { locale } = place
  const t = translator(locale)
  const { title, more } = say(entry, locale)
  const details = more.length > 0 ? piece` <span class="ev-more">${more.join(' · ')}</span>` : ''
  const agency = byAgency === null ? '' : piece`<i class="initial tone-${toneOfKind(byKind)}" aria-hidden="true">${byAgency.charAt(0)}</i>`
  const who = by === null ? t('timeline.system') : byAgency === null ? by : t('timeline.by', { name: by, agency: byAgency })
  return piece`<li class="ev" id="e-${id}" data-key="${entryKey(entry)}">${timeHtml(entry, place, t)}<span class="mark tone-${toneOf(entry)}">${iconHtml(iconOf(entry))}</span><div><p class="ev-said"><b>${title}</b>${details} <span class="ev-by">${agency}${who}</span></p>${note === null ? '' : noteHtml(entry, note, place, t)}</div></li>`
}

/** When; pressed, it leads to why it is seen. */
function timeHtml({ id, at }: Entry, { caseId, locale, still }: EntryPlace, t: Words): HtmlEscapedString {
  const time = piece`<time datetime="${at.toISOString()}">${formatTime(at)}</time>`
  return still ? time : piece`<a class="ev-at" href="/cases/${caseId}/why/${id}" title="${formatDayTime(at, locale)} · ${t('why.title')}">${time}</a>`
}

function noteHtml(entry: Entry, note: EntryNote, { caseId, now, locale, still }: EntryPlace, t: Words): HtmlEscapedString {
  const change = note.mine && now.getTime() - note.writtenAt.getTime() < mendableHours * 3_600_000 ? t('timeline.edit') : t('timeline.addTo')
  return piece`<div class="ev-note"><p class="ev-body"${tongue(note.body, locale)}>${note.body}</p><p class="ev-foot">${aboutNote(entry, note, locale, t).join(' · ')}${still ? '' : piece` <a href="/cases/${caseId}/notes/${note.id}">${change}</a>`}</p></div>`
}

/** What goes with a note, the rarer things last. */
function aboutNote({ at, audience, layer, domain }: Entry, { childSeen, writtenAt, mended }: EntryNote, locale: Locale, t: Words): string[] {
  return [
    childSeen ? t('timeline.more.childSeen') : '',
    t(`timeline.audience.${audience}`),
    layer === 'SENSITIVE' ? t('timeline.layer.SENSITIVE') : '',
    domain === 'GENERAL' ? '' : named(locale, 'timeline.domain', domain),
    isoDay(writtenAt) === isoDay(at) ? '' : t('timeline.more.writtenLater', { day: formatDay(writtenAt, locale) }),
    mended ? t('timeline.more.mended') : '',
  ].filter((part) => part !== '')
}

/** People write in Korean whatever language the page is in; a voice that reads aloud should know. */
function tongue(text: string, locale: Locale): HtmlEscapedString | '' {
  return locale !== 'ko' && /[가-힣]/.test(text) ? piece` lang="ko"` : ''
}
