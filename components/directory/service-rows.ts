import type { HtmlEscapedString } from 'hono/utils/html'
import { badgeHtml, piece } from '#components/ui/html.ts'
import type { GiverView, ServiceView } from '#lib/directory/service.ts'
import { serviceFits } from '#lib/directory/service.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator, type Words } from '#lib/words/translate.ts'

/** The services of one stage as prepared HTML: what, for whom, for how long, and who gives it. */
export function serviceRows(services: readonly ServiceView[], givers: readonly GiverView[], locale: Locale): string {
  const t = translator(locale)
  return String(piece`${services.map((service) => row(service, givers.filter(({ kind }) => serviceFits(service, kind)), locale, t))}`)
}

function row({ code, name, domains, eligibility, unit, duration }: ServiceView, givers: GiverView[], locale: Locale, t: Words): HtmlEscapedString {
  return piece`<li class="service" id="${code}"><div><b>${name}</b> <span class="muted small">${code}</span><div class="service-domains">${domains.map((domain) => badgeHtml(named(locale, 'timeline.domain', domain)))}</div></div><dl><div><dt>${t('directory.forWhom')}</dt><dd lang="ko">${eligibility}</dd></div><div><dt>${t('directory.duration')}</dt><dd lang="ko">${duration} · ${unit}</dd></div><div><dt>${t('directory.givers')}</dt><dd>${giversHtml(givers, t)}</dd></div></dl></li>`
}

function giversHtml(givers: GiverView[], t: Words): HtmlEscapedString {
  if (givers.length === 0) return piece`<span class="muted">${t('directory.noGiver')}</span>`
  return piece`${givers.map(({ id, name }, at) => piece`${at > 0 ? ', ' : ''}<a class="link" href="#a-${id}">${name}</a>`)}`
}
