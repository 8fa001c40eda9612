import type { HtmlEscapedString } from 'hono/utils/html'
import { iconHtml, piece } from '#components/ui/html.ts'
import type { Entry, Lock } from '#lib/timeline/entry.ts'
import { dayHeading } from '#lib/words/clock-words.ts'
import { formatTime, isoDay } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { entryHtml, entryKey, type EntryPlace } from './entry-html.ts'

/** Locks that follow each other for the same reason are one line that counts them. */
interface Locks extends Lock {
  count: number
}

type Item = { at: Date; id: string } & ({ entry: Entry } | { locks: Locks })

/** A page of a timeline as one string: days, newest first, each with its entries and with locks where they stand. */
export function timelineHtml(entries: Entry[], locks: Lock[], place: EntryPlace): string {
  return String(piece`${daysOf(inOrder(entries, locks)).map(([day, items]) => dayHtml(day, items, place))}`)
}

function dayHtml(day: string, items: Item[], place: EntryPlace): HtmlEscapedString {
  const rows = items.map((item) => ('entry' in item ? entryHtml(item.entry, place) : lockHtml(item.locks, place)))
  return piece`<section class="tl-day" data-day="${day}"><h3>${headingOf(items[0]?.at ?? place.now, place)}</h3><ol>${rows}</ol></section>`
}

/** 오늘 · 11월 24일 (화) */
export const headingOf = (at: Date, { now, locale }: EntryPlace): string => dayHeading(at, now, locale)

function lockHtml(locks: Locks, { locale, still }: EntryPlace): HtmlEscapedString {
  const t = translator(locale)
  return piece`<li class="ev" data-key="${entryKey(locks)}"><time datetime="${locks.at.toISOString()}">${formatTime(locks.at)}</time><span class="mark tone-plain">${iconHtml('lock')}</span><div class="locked">${t(`timeline.lock.${locks.why}`, { count: locks.count })}${still ? '' : piece` <a class="link" href="#who-sees">${t('timeline.lock.why')}</a>`}</div></li>`
}

function inOrder(entries: Entry[], locks: Lock[]): Item[] {
  const all = [...entries.map((entry) => ({ at: entry.at, id: entry.id, entry })), ...locks.map((lock) => ({ at: lock.at, id: lock.id, locks: { ...lock, count: 1 } }))]
  return together(all.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1)))
}

function together(items: Item[]): Item[] {
  const kept: Item[] = []
  for (const item of items) {
    const last = kept.at(-1)
    const same = last && 'locks' in last && 'locks' in item && last.locks.why === item.locks.why && isoDay(last.at) === isoDay(item.at)
    if (same) last.locks.count++
    else kept.push(item)
  }
  return kept
}

function daysOf(items: Item[]): [string, Item[]][] {
  const days = new Map<string, Item[]>()
  for (const item of items) {
    const day = isoDay(item.at)
    const those = days.get(day)
    if (those) those.push(item)
    else days.set(day, [item])
  }
  return [...days]
}
