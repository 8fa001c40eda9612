import type { HtmlEscapedString } from 'hono/utils/html'
import { badgeHtml, dueHtml, iconHtml, piece } from '#components/ui/html.ts'
import type { GoalView, SupportView } from '#lib/cases/view.ts'
import { dday } from '#lib/words/clock-words.ts'
import { formatDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator, type Words } from '#lib/words/translate.ts'

export interface AsidePlace {
  caseId: string
  now: Date
  locale: Locale
}

const ended = ['DECLINED', 'COMPLETED', 'DISCONTINUED']

/** What is to be reached, each with its five steps. */
export function goalsHtml(goals: GoalView[], { caseId, locale }: AsidePlace): string {
  const t = translator(locale)
  const lines = goals.map(({ statement, rating }) => piece`<li class="case-goal">${statement}${scaleHtml(rating, t)}</li>`)
  return String(sectionHtml(t('cases.page.goals'), { href: `/cases/${caseId}/goals`, label: t('cases.page.goalsSee') }, goals.length > 0 ? piece`<ul>${lines}</ul>` : piece`<p class="muted small">${t('cases.page.noGoals')}</p>`))
}

function scaleHtml(rating: number | null, t: Words): HtmlEscapedString {
  const label = rating === null ? t('cases.page.goalUnrated') : t('cases.page.goalRated', { rating: rating > 0 ? `+${rating}` : `${rating}`.replace('-', '−') })
  const steps = [-2, -1, 0, 1, 2].map((step) => piece`<i${rating === null || step > rating ? '' : piece` class="${step === rating ? 'now' : 'reached'}"`}></i>`)
  return piece`<div class="gas" role="img" aria-label="${label}">${steps}</div>`
}

/** What is under way and by when; what has ended waits behind a press. Whoever `asks` may ask for more. */
export function supportsHtml(supports: SupportView[], place: AsidePlace, asks = true): string {
  const { caseId, locale } = place
  const t = translator(locale)
  const open = supports.filter(({ state }) => !ended.includes(state))
  const past = supports.filter(({ state }) => ended.includes(state))
  const lines = open.length > 0 ? piece`<ul>${open.map((support) => supportHtml(support, place, t))}</ul>` : past.length > 0 ? '' : piece`<p class="muted small">${t('cases.page.noSupports')}</p>`
  const others = past.length > 0 ? piece`<details class="disclosure"><summary>${iconHtml('next')}${t('cases.page.others', { count: past.length })}</summary><ul>${past.map((support) => supportHtml(support, place, t))}</ul></details>` : ''
  const title = open.length > 0 ? `${t('cases.page.supports')} ${open.length}` : t('cases.page.supports')
  const link = asks ? { href: `/cases/${caseId}/interventions/new`, label: t('cases.page.supportsLink') } : null
  return String(sectionHtml(title, link, piece`${lines}${others}`))
}

function supportHtml(support: SupportView, { now, locale }: AsidePlace, t: Words): HtmlEscapedString {
  const { id, service, agency, state, dueAt, wakesOn, held, planned } = support
  const word = named(locale, 'cases.page.interventionState', state)
  const said = [
    agency,
    state === 'PAUSED' && wakesOn ? t('cases.page.wakes', { day: formatDay(wakesOn, locale) }) : word,
    held === 0 ? '' : planned === null ? t('cases.page.sessions', { held }) : t('cases.page.sessionsOf', { held, planned }),
  ].filter((part) => part !== '')
  const clock = dueAt && !ended.includes(state) && state !== 'PAUSED' ? dueHtml(dday(dueAt, now, locale)) : badgeHtml(word)
  return piece`<li class="case-support"><a href="/interventions/${id}">${service}</a>${clock}<span>${said.join(' · ')}</span></li>`
}

/** A part of the aside under its heading, with the page that says more. */
export function sectionHtml(title: string, link: { href: string; label: string } | null, content: HtmlEscapedString, id?: string): HtmlEscapedString {
  return piece`<section${id ? piece` id="${id}"` : ''}><div class="section-head"><h2>${title}</h2>${link && piece`<a href="${link.href}">${link.label}</a>`}</div>${content}</section>`
}
