import { Button } from '#components/ui/button.tsx'
import { Select, TextField } from '#components/ui/fields.tsx'
import type { ServiceFilters } from '#lib/directory/service.ts'
import { stages } from '#lib/directory/service.ts'
import { domains } from '#lib/timeline/layers.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { AgencyKind } from '#prisma/generated/enums.ts'

/** A plain form that asks by its address: the answer can be kept and sent. */
export function SearchForm({ filters: { q, domain, kind, stage }, locale }: { filters: ServiceFilters; locale: Locale }) {
  const t = translator(locale)
  return (
    <form method="get" action="/directory" role="search" className="directory-search">
      <TextField name="q" type="search" label={t('directory.search.label')} placeholder={t('directory.search.placeholder')} initial={q ?? ''} />
      <Select name="domain" label={t('directory.search.domain')} none={t('directory.search.everyDomain')} initial={domain ?? ''} options={domains.filter((one) => one !== 'GENERAL').map((value) => ({ value, label: t(`timeline.domain.${value}`) }))} />
      <Select name="kind" label={t('directory.search.kind')} none={t('directory.search.everyKind')} initial={kind ?? ''} options={Object.values(AgencyKind).filter((one) => one !== 'METRO_OFFICE').map((value) => ({ value, label: t(`agencies.kind.${value}`) }))} />
      <Select name="stage" label={t('directory.search.stage')} none={t('directory.search.everyStage')} initial={stage ? String(stage) : ''} options={stages.map((value) => ({ value: String(value), label: t(`directory.stage.${value}`) }))} />
      <div className="directory-deed">
        <Button type="submit">{t('directory.search.submit')}</Button>
        <a className="link" href="/directory">{t('directory.search.clear')}</a>
      </div>
    </form>
  )
}
