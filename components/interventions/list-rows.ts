import type { HtmlEscapedString } from 'hono/utils/html'
import { levelLooks } from '#components/today/levels.ts'
import { badgeHtml, dueHtml, piece } from '#components/ui/html.ts'
import type { InterventionLine } from '#lib/interventions/view.ts'
import { dday } from '#lib/words/clock-words.ts'
import { formatDay } from '#lib/words/days.ts'
import { gradeLabel } from '#lib/students/student.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'
import { stateTones } from './looks.ts'

interface Place {
  now: Date
  locale: Locale
  /** The reader's own agency and self: what waits for them is theirs to do. */
  staffId: string
  agency: string
}

/** The lines of the list as prepared HTML. */
export function listRows(lines: readonly InterventionLine[], place: Place): string {
  return String(piece`${lines.map((line) => row(line, place))}`)
}

function row(line: InterventionLine, place: Place): HtmlEscapedString {
  const t = translator(place.locale)
  const child = line.child ?? t('today.unnamed')
  const waits = waitsFor(line, place, t)
  return piece`<div class="row">${clock(line, place, t)}<div><b class="row-name">${child}</b> <span class="muted small">${gradeLabel(line.grade, place.locale)}</span> ${level(line, t)}<div class="support-what">${line.service}${progress(line, t)}</div><div class="row-why">${why(line, place, t)}</div></div><div class="row-waits">${waits}</div><a class="btn btn-quiet" href="/interventions/${line.id}">${deed(line, place, t)}<span class="only-heard"> (${child}, ${line.service})</span></a></div>`
}

function clock({ dueAt, state }: InterventionLine, { now, locale }: Place, t: Words): HtmlEscapedString {
  return dueAt ? dueHtml(dday(dueAt, now, locale)) : badgeHtml(t(`interventions.state.${state}`), stateTones[state])
}

function level({ level }: InterventionLine, t: Words): HtmlEscapedString | string {
  if (level === null) return ''
  const { tone, shape } = levelLooks[level]
  return badgeHtml(t(`cases.level.${level}`), tone, shape)
}

function progress({ state, held, planned }: InterventionLine, t: Words): HtmlEscapedString | string {
  if (state === 'PROPOSED' || state === 'DECLINED') return ''
  if (planned !== null) return piece` <span class="muted">${t('interventions.list.heldOf', { held, planned })}</span>`
  return held > 0 ? piece` <span class="muted">${t('interventions.list.held', { held })}</span>` : ''
}

function why({ state, agency, proposerAgency, wakesOn }: InterventionLine, { locale, agency: mine }: Place, t: Words): string {
  if (state === 'PROPOSED') return agency === mine ? t('interventions.list.why.PROPOSED', { agency: proposerAgency }) : t('interventions.list.why.PROPOSED_OTHER', { agency })
  const said = t(`interventions.list.why.${state}`, { day: wakesOn ? formatDay(wakesOn, locale) : '' })
  return agency === mine ? said : `${agency} · ${said}`
}

function waitsFor({ state, staff, staffId, agency, dueAt }: InterventionLine, { staffId: me }: Place, t: Words): HtmlEscapedString | string {
  if (dueAt === null && state !== 'PAUSED') return ''
  if (staff === null) return piece`${t('interventions.list.waits.place')} <b>${agency}</b>`
  return piece`${t('interventions.list.waits.person')} <b>${staffId === me ? t('people.me') : staff}</b>`
}

function deed({ state, agency }: InterventionLine, { agency: mine }: Place, t: Words): string {
  if (agency !== mine) return t('interventions.list.open')
  if (state === 'PROPOSED') return t('interventions.list.answer')
  return state === 'ACCEPTED' || state === 'ACTIVE' ? t('interventions.list.record') : t('interventions.list.open')
}
