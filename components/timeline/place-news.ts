import type { NewsItem } from './live-news.ts'

/*
 * Puts entries into the prepared timeline of a page. What is being read stays where it is on the screen; the rest of
 * the page moves around it.
 */

/** Puts the items in their places; returns those that are new here and may be unseen. */
export function placeNews(timeline: HTMLElement, items: NewsItem[]): HTMLElement[] {
  return keepStill(timeline, () => items.flatMap((item) => place(timeline, item) ?? []))
}

/** Does something to the page without moving what is being read or written. */
export function keepStill<T>(timeline: HTMLElement, change: () => T): T {
  const still = beingRead(timeline)
  const before = still?.getBoundingClientRect().top ?? 0
  const result = change()
  if (still?.isConnected) {
    const moved = still.getBoundingClientRect().top - before
    if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' })
  }
  return result
}

/** What has the focus, when it is on the screen; else the first entry that is. */
function beingRead(timeline: HTMLElement): Element | undefined {
  const focused = document.activeElement
  if (focused && focused !== document.body && focused.closest('.case-main') && isOnScreen(focused)) return focused
  return [...timeline.querySelectorAll('.ev')].find(isOnScreen)
}

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > upperEdge() && top < window.innerHeight
}

/** Where the head that stays ends. */
function upperEdge(): number {
  const head = document.querySelector('.case-head')
  return head && getComputedStyle(head).position === 'sticky' ? head.getBoundingClientRect().bottom : 0
}

function place(timeline: HTMLElement, item: NewsItem): HTMLElement | undefined {
  const entry = made(item)
  const there = document.getElementById(entry.id)
  if (there) {
    if (item.changed) there.replaceWith(entry)
    return undefined
  }
  if (item.changed) return undefined

  const older = [...timeline.querySelectorAll<HTMLElement>('.ev')].find(({ dataset }) => (dataset['key'] ?? '') < item.key)
  // Older than all that is shown: it stands on a later page.
  if (!older && timeline.dataset['more'] !== undefined) return undefined
  const next = older?.closest<HTMLElement>('.tl-day') ?? null
  const newer = next ? next.previousElementSibling : timeline.lastElementChild
  if (older && next?.dataset['day'] === item.day) older.before(entry)
  else if (newer instanceof HTMLElement && newer.dataset['day'] === item.day) newer.querySelector('ol')?.append(entry)
  else timeline.insertBefore(dayOf(item, entry), next)
  entry.classList.add('ev-new')
  return item.own ? undefined : entry
}

/** The server wrote it and escaped what people wrote (entry-html.ts). */
function made({ html }: NewsItem): HTMLElement {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content.firstElementChild as HTMLElement
}

function dayOf({ day, heading }: NewsItem, entry: HTMLElement): HTMLElement {
  const section = document.createElement('section')
  section.className = 'tl-day'
  section.dataset['day'] = day
  const title = document.createElement('h3')
  title.textContent = heading
  const list = document.createElement('ol')
  list.append(entry)
  section.append(title, list)
  return section
}
