import { Section } from '#components/shell/page-head.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Table } from '#components/ui/table.tsx'
import type { GiverView } from '#lib/directory/service.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** Who there is, how to reach them, and what may be told to them. */
export function AgencyList({ agencies, locale }: { agencies: GiverView[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <Section title={t('directory.agencies')} note={t('directory.agenciesNote')} id="agencies">
      <Table
        caption={t('directory.agencies')}
        rows={agencies}
        keyOf={({ id }) => id}
        columns={[
          { head: t('directory.agencies'), cell: ({ id, fullName }) => <b id={`a-${id}`}>{fullName}</b> },
          { head: t('directory.search.kind'), cell: ({ kind }) => t(`agencies.kind.${kind}`) },
          { head: t('directory.phone'), cell: ({ phone }) => phone && <a className="link" href={`tel:${phone}`}>{phone}</a> },
          { head: t('directory.sharing'), cell: ({ inside }) => <Badge tone={inside ? 'teal' : 'amber'}>{t(inside ? 'directory.inside' : 'directory.outside')}</Badge> },
          { head: t('directory.open'), cell: ({ open }) => open > 0 && open, end: true },
        ]}
      />
    </Section>
  )
}
