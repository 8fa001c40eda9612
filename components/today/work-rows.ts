import { badgeHtml, dueHtml, piece } from '#components/ui/html.ts'
import { placeOf, type WorkItem } from '#lib/today/today.ts'
import { dday } from '#lib/words/clock-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { levelLooks } from './levels.ts'
import { sayAwaited, sayDeed, sayWhy } from './say-work.ts'

/** The rows of one part as prepared HTML. `foremost` is the one thing to do first: its deed is the page's main one. */
export function workRows(items: WorkItem[], now: Date, locale: Locale, foremost: WorkItem | undefined): string {
  return piece`${items.map((item) => workRow(item, now, locale, item === foremost))}`.toString()
}

function workRow(item: WorkItem, now: Date, locale: Locale, main: boolean) {
  const t = translator(locale)
  const child = item.child ?? t('today.unnamed')
  const waits = item.waits && sayAwaited(item.waits, t)
  return piece`<div class="row">${dueHtml(dday(item.due, now, locale))}<div><b class="row-name">${child}</b> ${levelOf(item, t)}<div class="row-why">${sayWhy(item, t).join(' · ')}</div></div><div class="row-waits">${waits ? piece`${waits.label} <b>${waits.name}</b>` : ''}</div><a class="${main ? 'btn' : 'btn btn-quiet'}" href="${placeOf(item)}">${sayDeed(item, t)}<span class="only-heard"> (${child})</span></a></div>`
}

function levelOf(item: WorkItem, t: ReturnType<typeof translator>) {
  if (item.kind === 'REFERRAL') return badgeHtml(t(`today.urgency.${item.urgency}`), item.urgency === 'NOW' ? 'red' : item.urgency === 'TODAY' ? 'orange' : 'plain')
  if (item.level === null) return ''
  const { tone, shape } = levelLooks[item.level]
  return badgeHtml(t(`cases.level.${item.level}`), tone, shape)
}
