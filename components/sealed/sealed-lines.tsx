import { Table } from '#components/ui/table.tsx'
import type { SealedLine } from '#lib/sealed/queries.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

export function SealedLines({ lines, caseId, locale }: { lines: SealedLine[]; caseId: string; locale: Locale }) {
  const t = translator(locale)
  return (
    <Table
      caption={t('sealed.mine')}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        { head: t('sealed.what'), cell: ({ id, kind }) => <a className="link" href={`/cases/${caseId}/sealed/${id}`}>{t(`sealed.kind.${kind}`)}</a> },
        { head: t('sealed.by'), cell: ({ by }) => by },
        { head: t('sealed.at'), cell: ({ at }) => formatDayTime(at, locale) },
      ]}
    />
  )
}
