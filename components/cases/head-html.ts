import type { HtmlEscapedString } from 'hono/utils/html'
import { levelLooks } from '#components/today/levels.ts'
import { sayQuiet } from '#components/sharing/say-sharing.ts'
import { badgeHtml, dueHtml, iconHtml, piece } from '#components/ui/html.ts'
import type { CaseHead } from '#lib/cases/view.ts'
import { gradeLabel } from '#lib/students/student.ts'
import { dday } from '#lib/words/clock-words.ts'
import { daysBetween, formatDate } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator, type Words } from '#lib/words/translate.ts'

/**
 * The child, and whose turn it is, in the same place on every page of a case. One string: the live channel sends it
 * again when something of it changed.
 */
export function headHtml(head: CaseHead, now: Date, locale: Locale): string {
  const t = translator(locale)
  const { student, school, level, number, stage, openedAt, closedAt } = head
  const { tone, shape } = levelLooks[level]
  const about = [gradeLabel(student.grade, locale), school, student.dong].filter(Boolean).join(' · ')
  const state = [number, t(`cases.stage.${stage}`), closedAt ? '' : t('cases.page.day', { days: daysBetween(openedAt, now) + 1 })].filter(Boolean).join(' · ')
  return String(piece`<div class="case-who"><h1>${student.name}</h1><span class="case-about">${about}</span>${badgeHtml(t(`cases.level.${level}`), tone, shape)}<span class="case-about">${state}</span></div>${closedAt ? closedHtml(head, closedAt, locale, t) : turnHtml(head, now, locale, t)}${proposalHtml(head, t)}${quietHtml(head, locale, t)}`)
}

function turnHtml({ id, lead, next, waiting }: CaseHead, now: Date, locale: Locale, t: Words): HtmlEscapedString {
  const waits = waiting && {
    name: waiting.on === 'FAMILY' ? t('cases.waitingOn.FAMILY') : (waiting.name ?? '—'),
    days: daysBetween(waiting.since, now),
  }
  return piece`<dl class="case-turn"><div><dt>${t('cases.page.lead')}</dt><dd>${lead?.name ?? '—'} <span>${lead?.agency ?? ''}</span></dd></div><div><dt>${t('cases.page.next')}</dt><dd>${next ? piece`<a href="/cases/${id}/turn">${next.action}</a> ${dueHtml(dday(next.dueAt, now, locale))}` : '—'}</dd></div><div><dt>${t('cases.page.waiting')}</dt><dd>${waits ? piece`${waits.name} <span>${waits.days > 0 ? t('cases.page.waitingFor', { days: waits.days }) : ''}</span>` : '—'}</dd></div></dl>`
}

function closedHtml({ closureReason }: CaseHead, closedAt: Date, locale: Locale, t: Words): HtmlEscapedString {
  const reason = named(locale, 'cases.closureReason', closureReason ?? '')
  return piece`<p class="notice tone-plain case-closed"><span>${t('cases.page.closed', { day: formatDate(closedAt, locale) })} ${reason && t('cases.page.closedReason', { reason })}</span></p>`
}

/** Everybody who opens the case sees at once whom at home not to tell. */
function quietHtml({ id, quiet }: CaseHead, locale: Locale, t: Words): HtmlEscapedString | '' {
  if (!quiet) return ''
  return piece`<p class="notice tone-red case-quiet">${iconHtml('lock')}<span><strong>${t('sharing.quiet.title')}</strong> ${sayQuiet(quiet, locale)} <a class="link" href="/cases/${id}/guardians">${t('sharing.quiet.see')}</a></span></p>`
}

/** Lowering an emergency waits for a second person: everybody who opens the case sees that it does. */
function proposalHtml({ id, proposal }: CaseHead, t: Words): HtmlEscapedString | '' {
  if (!proposal) return ''
  return piece`<p class="notice tone-amber case-proposal"><span>${t('cases.page.proposal', { name: proposal.by, to: t(`cases.level.${proposal.to}`) })} ${t('cases.page.proposalWaits')} <a class="link" href="/cases/${id}/level">${t('cases.page.proposalSee')}</a></span></p>`
}
