import { iconHtml, piece } from '#components/ui/html.ts'
import { edgeText } from '#lib/core/edge.ts'
import { filterQuery, type TimelineFilters } from '#lib/timeline/filters.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** On to older entries by the last one shown, and back to the newest. */
export function timelinePagerHtml(caseId: string, filters: TimelineFilters, last: { at: Date; id: string } | undefined, more: boolean, locale: Locale): string {
  const t = translator(locale)
  const newest = filters.before ? piece`<a class="btn btn-quiet" href="/cases/${caseId}${filterQuery(filters)}#timeline">${t('timeline.newest')}</a>` : piece`<span></span>`
  const older = more && last ? piece`<a class="btn btn-quiet" rel="next" href="/cases/${caseId}${filterQuery(filters, edgeText(last))}#timeline">${t('timeline.older')}${iconHtml('next')}</a>` : ''
  if (!filters.before && older === '') return ''
  return String(piece`<nav class="pager" aria-label="${t('timeline.pager')}">${newest}${older}</nav>`)
}
