import { iconHtml, piece } from '#components/ui/html.ts'
import type { CaseDeed, OfferedDeed } from '#lib/cases/deeds.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type MessageKey } from '#lib/words/translate.ts'

const labels = {
  turn: 'cases.page.turn',
  level: 'cases.page.changeLevel',
  goals: 'cases.page.goalsLink',
  'interventions/new': 'cases.page.supportsLink',
  members: 'cases.page.members',
  lead: 'cases.page.changeLead',
  documents: 'documents.deed',
  sharing: 'cases.page.sharingLink',
  conflict: 'conflicts.deed',
  sealed: 'sealed.deed',
  closure: 'cases.page.close',
  reopening: 'cases.page.reopen',
  print: 'cases.page.print',
} as const satisfies Record<CaseDeed, MessageKey>

/** The menu of a case: links, and what is off with its reason. Opens without script, and closes by a press beside it. */
export function deedsHtml(caseId: string, offered: OfferedDeed[], locale: Locale): string {
  const t = translator(locale)
  const lines = offered.map(({ deed, off }) =>
    off === null ? piece`<li><a href="/cases/${caseId}/${deed}">${t(labels[deed])}</a></li>` : piece`<li><span class="deed-off">${t(labels[deed])}<small>${t(off)}</small></span></li>`,
  )
  return String(piece`<button type="button" class="btn btn-quiet" popovertarget="case-menu">${t('cases.page.deeds')}${iconHtml('down')}</button><nav id="case-menu" class="case-menu" popover aria-label="${t('cases.page.deeds')}"><ul>${lines}</ul></nav>`)
}
