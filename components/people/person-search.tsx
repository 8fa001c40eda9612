import { Button } from '#components/ui/button.tsx'
import { Select, TextField } from '#components/ui/fields.tsx'
import { FilterLinks } from '#components/ui/links.tsx'
import type { AgencyName } from '#lib/agencies/agency.ts'
import { roles } from '#lib/core/actor.ts'
import { peopleAddress, shownStates, type PeopleFilters } from '#lib/people/standing.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type PersonSearchProps = { filters: PeopleFilters; agencies: AgencyName[]; locale: Locale }

/** Asks by the page's address. A lead, who sees one body, is not asked for which. */
export function PersonSearch({ filters, agencies, locale }: PersonSearchProps) {
  const t = translator(locale)
  const { q = '', agency = '', role = '', state } = filters
  const rest = { ...filters, after: undefined }
  return (
    <>
      <FilterLinks
        label={t('colleagues.stateLabel')}
        items={[
          { label: t('colleagues.state.all'), href: peopleAddress({ ...rest, state: undefined }), current: !state },
          ...shownStates.map((one) => ({ label: t(`colleagues.state.${one}`), href: peopleAddress({ ...rest, state: one }), current: state === one })),
        ]}
      />
      <form method="get" action="/people" role="search" className="people-search mt-4">
        {state && <input type="hidden" name="state" value={state} />}
        <TextField name="q" type="search" label={t('colleagues.search')} initial={q} />
        {agencies.length > 1 && <Select name="agency" label={t('colleagues.agency')} none={t('colleagues.anyAgency')} initial={agency} options={agencies.map(({ id: value, name: label }) => ({ value, label }))} />}
        <Select name="role" label={t('colleagues.role')} none={t('colleagues.anyRole')} initial={role} options={roles.map((value) => ({ value, label: t(`access.role.${value}`) }))} />
        <Button type="submit">{t('colleagues.find')}</Button>
      </form>
    </>
  )
}
