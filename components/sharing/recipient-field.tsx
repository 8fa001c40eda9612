import { HiddenField, Select } from '#components/ui/fields.tsx'
import type { RecipientChoice } from '#lib/sharing/queries.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'

type RecipientFieldProps = { label: string; agencies: RecipientChoice[]; chosen: RecipientChoice | undefined; locale: Locale }

/** Which agency: the one the page is about, else a choice of those that need a consent or a ground. */
export function RecipientField({ label, agencies, chosen, locale }: RecipientFieldProps) {
  if (chosen) return <HiddenField name="recipientId" value={chosen.id} />
  const t = translator(locale)
  const kinds = [...new Set(agencies.map(({ kind }) => kind))]
  return (
    <Select
      name="recipientId"
      label={label}
      hint={t('sharing.consent.recipientHint')}
      required
      none={t('sharing.consent.choose')}
      options={[]}
      groups={kinds.map((kind) => ({
        label: named(locale, 'agencies.kind', kind),
        options: agencies.filter((agency) => agency.kind === kind).map(({ id, name }) => ({ value: id, label: name })),
      }))}
    />
  )
}
