import { FileField, Select } from '#components/ui/fields.tsx'
import type { PaperLine } from '#lib/documents/queries.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type PaperFieldsProps = {
  /** Papers of this child that are there already. */
  papers: PaperLine[]
  /** The largest file the office takes, in bytes. */
  most: number
  locale: Locale
}

/** The signed paper: photographed now, or the sheet on which the other one signed too. */
export function PaperFields({ papers, most, locale }: PaperFieldsProps) {
  const t = translator(locale)
  const usable = papers.filter(({ state }) => state !== 'REFUSED')
  return (
    <>
      <FileField name="file" label={t('sharing.paper.file')} hint={t('sharing.paper.fileHint', { most: String(Math.round(most / 1_048_576)) })} />
      {usable.length > 0 && (
        <Select
          name="paperId"
          label={t('sharing.paper.known')}
          hint={t('sharing.paper.knownHint')}
          none={t('sharing.paper.new')}
          options={usable.map(({ id, name, at, by }) => ({ value: id, label: [formatDayTime(at, locale), by, name].join(' · ') }))}
        />
      )}
    </>
  )
}
