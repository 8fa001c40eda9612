import { Table } from '#components/ui/table.tsx'
import { things, type Counts, type Progress, type Thing } from '#lib/roster/progress.ts'
import { formatNumber } from '#lib/words/numbers.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** What became of each list, and how many lines of each file were read. */
export function CountsTable({ progress: { counts }, locale }: { progress: Progress; locale: Locale }) {
  const t = translator(locale)
  const touched = things.filter((thing) => Object.values(counts[thing]).some((amount) => amount > 0))
  const amount = (name: keyof Counts) => ({ head: t(`roster.report.${name}`), cell: (thing: Thing) => formatNumber(counts[thing][name], locale), end: true })
  return (
    <Table
      caption={t('roster.report.counts')}
      rows={touched}
      keyOf={(thing) => thing}
      columns={[{ head: t('roster.report.thing'), cell: (thing) => <b>{t(`roster.thing.${thing}`)}</b> }, amount('added'), amount('changed'), amount('ended'), amount('unchanged')]}
    />
  )
}

export function FilesTable({ progress: { files }, locale }: { progress: Progress; locale: Locale }) {
  const t = translator(locale)
  return (
    <Table
      caption={t('roster.report.files')}
      rows={files}
      keyOf={({ kind }) => kind}
      columns={[
        { head: t('roster.report.file'), cell: ({ kind }) => <code>{kind}.csv</code> },
        { head: t('roster.report.linesRead'), cell: ({ lines }) => formatNumber(lines, locale), end: true },
        { head: t('roster.report.linesRejected'), cell: ({ rejected }) => formatNumber(rejected, locale), end: true },
      ]}
    />
  )
}
