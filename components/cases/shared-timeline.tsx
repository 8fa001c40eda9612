import { Prepared } from '#components/shell/prepared.tsx'
import { filtersHtml } from '#components/timeline/filters-html.ts'
import { LiveTimeline } from '#components/timeline/live-timeline.tsx'
import { liveWords } from '#components/timeline/live-words.ts'
import { timelinePagerHtml } from '#components/timeline/pager-html.ts'
import { timelineHtml } from '#components/timeline/timeline-html.ts'
import { filterQuery, isFiltered, type TimelineFilters } from '#lib/timeline/filters.ts'
import type { Entry } from '#lib/timeline/entry.ts'
import { ago } from '#lib/words/clock-words.ts'
import { translator } from '#lib/words/translate.ts'
import type { CaseScreenProps } from './case-screen.tsx'
import { Composer } from './composer.tsx'

/** The timeline with the place to write in it. New entries come by themselves, save to pages of older ones. */
export function SharedTimeline({ actor, page, filters, now, writeNote, writes }: CaseScreenProps & { writes: boolean }) {
  const { head, timeline, reach, draft } = page
  const { entries, locks, more } = timeline
  const { locale } = actor
  const t = translator(locale)
  const place = { caseId: head.id, now, locale, still: !writes }
  return (
    <>
      <div className="tl-head">
        <h2>{t('timeline.title')}</h2>
        <p>
          {t('cases.page.seen')} <b>{head.childSeenAt ? ago(head.childSeenAt, now, locale) : t('cases.page.seenNever')}</b>
        </p>
      </div>
      <Prepared className="tl-filters" html={filtersHtml({ ...place, filters, reach })} />
      {writes && <Composer key={reach.own} action={writeNote} actor={actor} caseId={head.id} draft={draft?.fields} />}
      {!filters.before && <LiveTimeline source={liveSource(head.id, filters, entries)} words={liveWords(locale)} />}
      <Prepared id="timeline" className="timeline" data-more={more || undefined} html={timelineHtml(entries, locks, place)} />
      <div className="tl-none">
        <p>{isFiltered(filters) ? t('timeline.emptyFiltered') : t('timeline.empty')}</p>
        {isFiltered(filters) ? <a className="link" href={`/cases/${head.id}`}>{t('timeline.showAll')}</a> : <p className="muted small">{t('timeline.emptyHint')}</p>}
      </div>
      <Prepared html={timelinePagerHtml(head.id, filters, entries.at(-1), more, locale)} />
    </>
  )
}

const first = '00000000-0000-7000-8000-000000000000'

/** Where what follows comes from: the same case and filters, after the newest entry on the page by id. */
function liveSource(caseId: string, filters: TimelineFilters, entries: Entry[]): string {
  const newest = entries.reduce((last, { id }) => (id > last ? id : last), first)
  const query = filterQuery({ ...filters, before: undefined }).slice(1)
  return `/api/live?case=${caseId}&after=${newest}${query && `&${query}`}`
}
