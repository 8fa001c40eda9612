import { entryHtml, entryKey, type EntryPlace } from '#components/timeline/entry-html.ts'
import type { HeadNews, NewsItem } from '#components/timeline/live-news.ts'
import { headingOf } from '#components/timeline/timeline-html.ts'
import type { News } from '#lib/cases/view.ts'
import type { Entry } from '#lib/timeline/entry.ts'
import { isoDay } from '#lib/words/days.ts'
import { headHtml } from './head-html.ts'

/** What a stream has told last, so that it is not told again. */
export interface Told {
  head?: string
}

/** News as the text of an event stream (WHATWG HTML §9.2): the same HTML that the page was made of. '' when there is nothing to tell. */
export function liveMessages(news: News, place: EntryPlace, told: Told): string {
  switch (news.kind) {
    case 'quiet':
      return ':\n\n'
    case 'gone':
      return message('gone', {})
    case 'seen': {
      const items = [...news.changed.map((entry) => itemOf(entry, true, place)), ...news.entries.map((entry) => itemOf(entry, false, place))]
      return headMessage(headHtml(news.head, place.now, place.locale), told) + (items.length > 0 ? message('news', items, news.newest) : '')
    }
  }
}

function headMessage(html: string, told: Told): string {
  if (told.head === html) return ''
  told.head = html
  return message('head', { html } satisfies HeadNews)
}

function itemOf(entry: Entry, changed: boolean, place: EntryPlace): NewsItem {
  return { id: entry.id, key: entryKey(entry), day: isoDay(entry.at), heading: headingOf(entry.at, place), html: String(entryHtml(entry, place)), own: entry.own, changed }
}

/** JSON has no line break of its own, so one line of data is enough. */
function message(event: string, data: object, id?: string): string {
  return `event: ${event}\n${id ? `id: ${id}\n` : ''}data: ${JSON.stringify(data)}\n\n`
}
