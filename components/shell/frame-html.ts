import type { HtmlEscapedString } from 'hono/utils/html'
import { iconHtml, piece } from '#components/ui/html.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import type { Place, PlaceName } from './places.ts'

export type Counts = Partial<Record<PlaceName, number>>

/** The rooms of the house. */
export function menuHtml(places: Place[], here: PlaceName, counts: Counts, actor: Pick<Actor, 'name' | 'agencyName' | 'locale'>): string {
  const t = translator(actor.locale)
  const links = places.map(({ name, href }) => piece`<a href="${href}" class="place"${currentIf(name === here)}>${t(`shell.places.${name}`)}${countHtml(counts[name], actor.locale)}</a>`)
  return piece`<nav aria-label="${t('shell.navigation')}">${links}</nav>${meHtml(actor)}`.toString()
}

/** Who is signed in, and the two things she can change about that. Plain forms: they work without script. */
function meHtml({ name, agencyName, locale }: Pick<Actor, 'name' | 'agencyName' | 'locale'>): HtmlEscapedString {
  const t = translator(locale)
  const other = locale === 'ko' ? 'en' : 'ko'
  return piece`<div class="me"><b>${name}</b>${agencyName}<div class="me-deeds"><form method="post" action="/api/language"><button name="locale" value="${other}" lang="${other}">${t('shell.language.switchTo')}</button></form><form method="post" action="/api/sign-out"><button>${t('shell.signOut')}</button></form></div></div>`
}

/** Under the thumb on a phone: four rooms, and the menu for the rest. */
export function bottomBarHtml(places: Place[], here: PlaceName, counts: Counts, locale: Locale): string {
  const t = translator(locale)
  const links = places.map(({ name, href, icon }) => piece`<a href="${href}" class="tab"${currentIf(name === here)}>${iconHtml(icon)}${t(`shell.places.${name}`)}${countHtml(counts[name], locale)}</a>`)
  return piece`${links}<button type="button" class="tab" popovertarget="menu">${iconHtml('menu')}${t('shell.more')}</button>`.toString()
}

/** How many things wait: a number to the eye, a number of things to the ear; nothing when nothing waits. */
function countHtml(count: number | undefined, locale: Locale): HtmlEscapedString | '' {
  if (!count) return ''
  return piece`<span class="count"><span aria-hidden="true">${count > 99 ? '99+' : count}</span><span class="only-heard"> ${translator(locale)('shell.count', { count })}</span></span>`
}

const currentIf = (here: boolean): HtmlEscapedString | '' => (here ? piece` aria-current="page"` : '')
