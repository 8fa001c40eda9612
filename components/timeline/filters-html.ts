import type { HtmlEscapedString } from 'hono/utils/html'
import { iconHtml, piece } from '#components/ui/html.ts'
import { eventGroups, type EventGroup } from '#lib/timeline/events.ts'
import { filterQuery, type TimelineFilters } from '#lib/timeline/filters.ts'
import { domains } from '#lib/timeline/layers.ts'
import { formatMonth, isoDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'

interface FilterPlace {
  caseId: string
  filters: TimelineFilters
  /** What there is to choose from (lib/timeline/queries.ts). */
  reach: { beganAt: Date | null; agencies: { id: string; name: string }[]; domains: string[] }
  now: Date
  locale: Locale
}

type Chip = { label: string; href: string; current: boolean }

/** Two years of months; whoever looks for older ones pages. */
const mostMonths = 24
const groups = Object.keys(eventGroups) as EventGroup[]

/** Every filter is a link to the same page. The rarer ones open on a press; one that is on always shows, and can be put off. */
export function filtersHtml(place: FilterPlace): string {
  const { filters, locale } = place
  const t = translator(locale)
  const to = (change: Partial<TimelineFilters>) => addressOf(place, { ...filters, ...change })
  const kinds = groups.map((show) => ({ label: t(`timeline.filter.${show}`), href: to({ show }), current: filters.show === show }))
  const all = { label: t('timeline.filter.all'), href: to({ show: undefined }), current: filters.show === undefined }
  return String(piece`<nav aria-label="${t('timeline.filter.label')}">${[all, ...kinds].map(chipHtml)}${putOff(place, t, to)}</nav>${moreHtml(place, t, to)}`)
}

type To = (change: Partial<TimelineFilters>) => string

function putOff({ filters, reach }: FilterPlace, t: Words, to: To): HtmlEscapedString {
  const agency = reach.agencies.find(({ id }) => id === filters.agency)
  const off = [
    filters.agency === undefined ? null : { label: agency?.name ?? t('timeline.filter.agency'), href: to({ agency: undefined }) },
    filters.domain === undefined ? null : { label: t(`timeline.domain.${filters.domain}`), href: to({ domain: undefined }) },
  ]
  return piece`${off.map((chip) => chip && piece`<a class="chip chip-link" aria-current="true" href="${chip.href}">${chip.label}${iconHtml('close', t('timeline.filter.off'))}</a>`)}`
}

function moreHtml(place: FilterPlace, t: Words, to: To): HtmlEscapedString {
  const { filters, reach } = place
  const agencies = reach.agencies.map(({ id, name }) => ({ label: name, href: to({ agency: id }), current: filters.agency === id }))
  const topics = domains.filter((domain) => reach.domains.includes(domain)).map((domain) => ({ label: t(`timeline.domain.${domain}`), href: to({ domain }), current: filters.domain === domain }))
  return piece`<details class="tl-more"><summary class="chip chip-link">${t('timeline.filter.more')}${iconHtml('down')}</summary><div class="tl-choices">${choiceHtml(t('timeline.filter.agency'), agencies)}${choiceHtml(t('timeline.filter.domain'), topics)}${choiceHtml(t('timeline.filter.month'), months(place))}</div></details>`
}

function choiceHtml(title: string, chips: Chip[]): HtmlEscapedString | '' {
  if (chips.length < 2) return ''
  return piece`<nav aria-label="${title}"><p class="chips-title" aria-hidden="true">${title}</p><div class="chips">${chips.map(chipHtml)}</div></nav>`
}

function chipHtml({ label, href, current }: Chip): HtmlEscapedString {
  return current ? piece`<a class="chip chip-link" href="${href}" aria-current="true">${label}</a>` : piece`<a class="chip chip-link" href="${href}">${label}</a>`
}

/** From this month back to the one in which it began. */
function months({ reach, filters, now, locale, caseId }: FilterPlace): Chip[] {
  const began = isoDay(reach.beganAt ?? now).slice(0, 7)
  const chips: Chip[] = []
  for (let month = isoDay(now).slice(0, 7); month >= began && chips.length < mostMonths; month = monthBefore(month)) {
    chips.push({ label: formatMonth(new Date(`${month}-15T00:00:00+09:00`), locale), href: `/cases/${caseId}${filterQuery(filters, month)}#timeline`, current: false })
  }
  return chips
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

function addressOf({ caseId }: FilterPlace, filters: TimelineFilters): string {
  const query = filterQuery(filters)
  return `/cases/${caseId}${query === '?' ? '' : query}`
}
