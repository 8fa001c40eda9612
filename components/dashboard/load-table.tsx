import { Badge } from '#components/ui/badge.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Table } from '#components/ui/table.tsx'
import { fullLoad, type NamedTally } from '#lib/dashboard/dashboard.ts'
import type { Locale } from '#lib/words/locale.ts'
import { formatNumber } from '#lib/words/numbers.ts'
import { translator } from '#lib/words/translate.ts'
import { Panel } from './panel.tsx'

const shown = 15

/** Who carries how much, the heaviest load first. */
export function LoadTable({ people, locale }: { people: NamedTally[]; locale: Locale }) {
  const t = translator(locale)
  const more = people.slice(shown)
  return (
    <Panel title={t('dashboard.load.title')} note={t('dashboard.load.note', { full: fullLoad })} whole>
      <Rows people={people.slice(0, shown)} locale={locale} />
      {more.length > 0 && (
        <Disclosure summary={t('dashboard.load.more', { count: more.length })}>
          <Rows people={more} locale={locale} />
        </Disclosure>
      )}
    </Panel>
  )
}

function Rows({ people, locale }: { people: NamedTally[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <Table
      caption={t('dashboard.load.title')}
      rows={people}
      keyOf={({ id }) => id}
      columns={[
        { head: t('dashboard.load.person'), cell: ({ id, name }) => <a className="main" href={`/cases?lead=${id}`}>{name}</a> },
        { head: t('dashboard.load.agency'), cell: ({ agency }) => agency },
        { head: t('dashboard.load.open'), cell: ({ open }) => formatNumber(open, locale), end: true },
        { head: t('dashboard.load.points'), cell: ({ points }) => <Points points={points} locale={locale} />, end: true },
        { head: t('dashboard.load.late'), cell: ({ id, late }) => (late === 0 ? 0 : <a className="link" href={`/cases?lead=${id}&due=overdue`}>{late}</a>), end: true },
        { head: t('dashboard.load.unseen'), cell: ({ id, unseen }) => (unseen === 0 ? 0 : <a className="link" href={`/cases?lead=${id}&seen=late`}>{unseen}</a>), end: true },
      ]}
    />
  )
}

function Points({ points, locale }: { points: number; locale: Locale }) {
  const t = translator(locale)
  const said = formatNumber(points, locale)
  return points > fullLoad ? <Badge tone="orange">{t('dashboard.load.over', { points: said })}</Badge> : said
}
