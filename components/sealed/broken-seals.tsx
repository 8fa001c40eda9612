import { Table } from '#components/ui/table.tsx'
import type { BrokenSeal } from '#lib/sealed/queries.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator } from '#lib/words/translate.ts'

export function BrokenSeals({ seals, locale }: { seals: BrokenSeal[]; locale: Locale }) {
  const t = translator(locale)
  if (seals.length === 0) return <p className="muted">{t('sealed.broken.none')}</p>
  return (
    <Table
      caption={t('sealed.broken.title')}
      rows={seals}
      keyOf={({ id }) => id}
      columns={[
        { head: t('people.access.at'), cell: ({ at }) => formatDayTime(at, locale) },
        { head: t('people.access.who'), cell: ({ who, agency }) => <>{who} <span className="muted">{agency}</span></> },
        { head: t('people.access.subject'), cell: ({ number }) => number },
        { head: t('sealed.what'), cell: ({ what }) => t(`sealed.broken.what.${what}`) },
        { head: t('sealed.open.reason'), cell: ({ reason }) => <span lang={tongueOf(reason, locale)}>{reason}</span> },
      ]}
    />
  )
}
