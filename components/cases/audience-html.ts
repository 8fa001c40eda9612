import { piece } from '#components/ui/html.ts'
import type { AudienceMember } from '#lib/cases/view.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator, type Words } from '#lib/words/translate.ts'
import { sectionHtml } from './aside-html.ts'

/** Who can see the case and why, an agency a line; the names and dates stand on the page behind the link. Whoever `answers` for it also finds who looked. */
export function audienceHtml(people: AudienceMember[], caseId: string, locale: Locale, answers: boolean): string {
  const t = translator(locale)
  const lines = byAgency(people).map((those) => piece`<li class="case-reader"><span>${whoIn(those, t)}</span><span>${reasonsOf(those, locale, t).join(' · ')}</span></li>`)
  return String(sectionHtml(t('cases.page.team'), { href: `/cases/${caseId}/members`, label: t('cases.page.teamLink') },
    piece`<ul>${lines}</ul><p class="muted small">${t('cases.page.office')} <a href="/cases/${caseId}/sharing">${t('cases.page.sharingLink')}</a> · <a href="/cases/${caseId}/why">${t('why.link')}</a>${answers && piece` · <a href="/cases/${caseId}/looks">${t('audit.looks.link')}</a> · <a href="/cases/${caseId}/sight">${t('sight.link')}</a>`}</p>`, 'who-sees'))
}

function byAgency(people: AudienceMember[]): AudienceMember[][] {
  const agencies = new Map<string, AudienceMember[]>()
  for (const person of people) agencies.set(person.agencyId, [...(agencies.get(person.agencyId) ?? []), person])
  return [...agencies.values()]
}

function whoIn(people: AudienceMember[], t: Words): string {
  const agency = people[0]?.agency ?? ''
  return `${agency} ${t('cases.page.people', { count: people.length })}`
}

function reasonsOf(people: AudienceMember[], locale: Locale, t: Words): string[] {
  const [first] = people
  if (!first) return []
  const lead = people.find(({ relation }) => relation === 'LEAD' || relation === 'CO_LEAD')
  return [
    lead ? t(`cases.relation.${lead.relation}`) : '',
    named(locale, 'cases.reason', first.reason),
    first.items ? t('cases.page.onlyItems', { items: first.items.map((item) => named(locale, 'timeline.domain', item)).join('·') }) : '',
    people.some(({ open }) => open) ? '' : t('cases.page.notNow'),
  ].filter((part) => part !== '')
}
