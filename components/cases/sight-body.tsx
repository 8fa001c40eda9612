import { Prepared } from '#components/shell/prepared.tsx'
import { Section } from '#components/shell/page-head.tsx'
import { timelineHtml } from '#components/timeline/timeline-html.ts'
import { Locked, Notice } from '#components/ui/notice.tsx'
import type { Sight } from '#lib/cases/seen-as.ts'
import { edgeText } from '#lib/core/edge.ts'
import { formatDayTime, formatTime, isoDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type SightBodyProps = { caseId: string; chosen: string; who: string; at: Date | null; sight: Sight; now: Date; locale: Locale }

/** What both may see, or both could; and how many of one's own entries the other does not find. */
export function SightBody({ caseId, chosen, who, at, sight, now, locale }: SightBodyProps) {
  const t = translator(locale)
  const { entries, closed, older, goals, supports } = sight
  const when = at ? formatDayTime(at, locale) : ''
  const empty = entries.length + goals.length + supports.length === 0
  const entriesHtml = timelineHtml(entries, [], { caseId, now, locale, still: true })
  const onward = older && `?${new URLSearchParams({ as: chosen, at: at ? `${isoDay(at)}T${formatTime(at)}` : '', before: edgeText(older) })}`
  return (
    <div className="mt-6 grid gap-5">
      <Notice kind={empty ? 'tip' : 'info'}>
        {empty ? t(at ? 'sight.nothingThen' : 'sight.nothing', { who, at: when }) : t(at ? 'sight.past' : 'sight.present', { who, at: when })} {t('sight.both', { who })} {at && t('sight.limits')}
      </Notice>
      {!empty && (
        <>
          <List title={t('sight.goals')} lines={goals} />
          <List title={t('sight.supports')} lines={supports} />
        </>
      )}
      <Section title={t('sight.entries')}>
        {closed > 0 && <Locked>{t('sight.closed', { count: closed })}</Locked>}
        <Prepared html={entriesHtml} />
        {onward && (
          <p>
            <a className="link" href={onward}>{t('sight.older')}</a>
          </p>
        )}
      </Section>
    </div>
  )
}

function List({ title, lines }: { title: string; lines: string[] }) {
  return (
    <Section title={title}>
      {lines.length === 0 ? <p className="muted">—</p> : <ul className="list-disc pl-5">{lines.map((line, at) => <li key={`${at} ${line}`}>{line}</li>)}</ul>}
    </Section>
  )
}
