import { Prepared } from '#components/shell/prepared.tsx'
import { iconHtml, piece } from '#components/ui/html.ts'
import { may, policy, type Action } from '#lib/access/policy.ts'
import { roles } from '#lib/core/actor.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

export const actions = Object.keys(policy) as Action[]

/** The table of roles and actions itself, in words. Drawn from it, so it cannot go stale. */
export function PolicyTable({ locale }: { locale: Locale }) {
  const t = translator(locale)
  const yes = iconHtml('check', t('people.access.yes'))
  const no = piece`<span class="only-heard">${t('people.access.no')}</span>`
  const table = piece`<table class="table policy"><caption class="only-heard">${t('people.access.table')}</caption>
    <thead><tr><th scope="col">${t('people.access.deed')}</th>${roles.map((role) => piece`<th scope="col">${t(`access.role.${role}`)}</th>`)}</tr></thead>
    <tbody>${actions.map((action) => piece`<tr><th scope="row">${t(`people.action.${action}`)}</th>${roles.map((role) => piece`<td>${may({ role }, action) ? yes : no}</td>`)}</tr>`)}</tbody></table>`
  return <Prepared className="policy-frame" role="region" aria-label={t('people.access.table')} tabIndex={0} html={table.toString()} />
}
