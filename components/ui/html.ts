import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { IconName, Shape } from './icon-names.ts'
import type { Tone } from './tone.ts'

/*
 * The small signs as prepared HTML, for long lists that are sent as one string.
 * Each says exactly what its component says; tests/unit/ui holds them together.
 */

/** A piece of prepared HTML: every value in it is escaped, unless it is such a piece itself (or a list of them). */
export function piece(strings: TemplateStringsArray, ...values: unknown[]): HtmlEscapedString {
  // `html` is only a promise when a value is one, and none of ours is.
  return html(strings, ...values) as HtmlEscapedString
}

export function iconHtml(name: IconName, label?: string): HtmlEscapedString {
  return label === undefined
    ? piece`<svg class="icon" aria-hidden="true"><use href="/icons.svg#${name}"></use></svg>`
    : piece`<svg class="icon" role="img" aria-label="${label}"><use href="/icons.svg#${name}"></use></svg>`
}

export function badgeHtml(word: string, tone: Tone = 'plain', shape?: Shape): HtmlEscapedString {
  const drawn = shape ? piece`<svg class="shape" viewBox="0 0 12 12" aria-hidden="true"><use href="/icons.svg#shape-${shape}"></use></svg>` : ''
  return piece`<span class="badge tone-${tone}">${drawn}${word}</span>`
}

export function dueHtml({ text, tone, exact }: { text: string; tone: 'late' | 'near' | 'far'; exact: string }): HtmlEscapedString {
  return piece`<span class="due due-${tone}" title="${exact}">${text}<span class="only-heard"> (${exact})</span></span>`
}

export function markHtml(text: string, tone: Tone = 'plain'): HtmlEscapedString {
  return piece`<span class="mark tone-${tone}" aria-hidden="true">${text}</span>`
}
