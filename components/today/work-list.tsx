import { Section } from '#components/shell/page-head.tsx'
import { Prepared } from '#components/shell/prepared.tsx'
import { inParts, type WorkItem } from '#lib/today/today.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { workRows } from './work-rows.ts'

/** The one list, in three parts. */
export function WorkList({ items, now, locale }: { items: WorkItem[]; now: Date; locale: Locale }) {
  const t = translator(locale)
  const parts = inParts(items, now)
  const foremost = parts[0]?.items[0]
  return parts.map(({ when, items }) => (
    <Section key={when} title={t(`today.parts.${when}`)} note={when === 'now' ? t('today.parts.nowNote') : undefined}>
      <Prepared className="rows" html={workRows(items, now, locale, foremost)} />
    </Section>
  ))
}
