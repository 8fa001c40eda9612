import { timelineHtml } from '#components/timeline/timeline-html.ts'
import { Section } from '#components/shell/page-head.tsx'
import { Prepared } from '#components/shell/prepared.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Locked } from '#components/ui/notice.tsx'
import { Table } from '#components/ui/table.tsx'
import type { Preview } from '#lib/sharing/preview.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator } from '#lib/words/translate.ts'

type PreviewBodyProps = { caseId: string; head: { label: string; value: string }[]; preview: Preview; now: Date; locale: Locale }

/** The case as the recipient's worker finds it: what is open, and locks where the rest stands. */
export function PreviewBody({ caseId, head, preview, now, locale }: PreviewBodyProps) {
  const t = translator(locale)
  const { entries, locks, goals, supports, hidden, unread, older } = preview
  return (
    <>
      <Section title={t('sharing.preview.head')}>
        <Facts items={head} />
      </Section>
      <Section title={t('sharing.preview.goals')}>
        {goals.length === 0 ? <p className="muted">{t('sharing.preview.noGoals')}</p> : <ul className="list-disc pl-5">{goals.map((goal) => <li key={goal} lang={tongueOf(goal, locale)}>{goal}</li>)}</ul>}
        {hidden.goals > 0 && <Locked>{t('sharing.preview.hiddenGoals', { count: hidden.goals })}</Locked>}
      </Section>
      <Section title={t('sharing.preview.supports')}>
        <Supports supports={supports} locale={locale} />
        {hidden.supports > 0 && <Locked>{t('sharing.preview.hiddenSupports', { count: hidden.supports })}</Locked>}
      </Section>
      <Section title={t('sharing.preview.timeline')}>
        {unread > 0 && <Locked>{t('sharing.preview.unread', { count: unread })}</Locked>}
        {entries.length + locks.length === 0 ? (
          <p className="muted">{t('sharing.preview.noEntries')}</p>
        ) : (
          <Prepared html={timelineHtml(entries, locks, { caseId, now, locale, still: true })} />
        )}
        {older > 0 && <p className="muted">{t('sharing.preview.older', { count: older })}</p>}
      </Section>
      <Section title={t('sharing.preview.summary')}>
        <Counts counts={preview.counts} locale={locale} />
      </Section>
    </>
  )
}

function Supports({ supports, locale }: { supports: Preview['supports']; locale: Locale }) {
  const t = translator(locale)
  if (supports.length === 0) return <p className="muted">{t('sharing.preview.noSupports')}</p>
  return (
    <ul className="list-disc pl-5">
      {supports.map(({ service, agency, state }, at) => (
        <li key={`${at} ${service}`}>
          {service} <span className="muted">{[agency, named(locale, 'cases.page.interventionState', state)].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}

function Counts({ counts, locale }: { counts: Preview['counts']; locale: Locale }) {
  const t = translator(locale)
  return (
    <Table
      caption={t('sharing.preview.summary')}
      rows={counts}
      keyOf={({ layer, domain }) => `${layer} ${domain}`}
      columns={[
        { head: t('sharing.preview.layer'), cell: ({ layer }) => <b>{t(`timeline.layer.${layer}`)}</b> },
        { head: t('sharing.preview.domain'), cell: ({ domain }) => t(`timeline.domain.${domain}`) },
        { head: t('sharing.preview.open'), cell: ({ open }) => open, end: true },
        { head: t('sharing.preview.locked'), cell: ({ locked }) => locked, end: true },
      ]}
    />
  )
}
