import { Chips } from '#components/ui/choices.tsx'
import { TextArea } from '#components/ui/fields.tsx'
import type { RecipientChoice } from '#lib/sharing/queries.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'
import { ItemFields } from './item-chips.tsx'

/** What F5 asks a family about: which agencies, for what, and which items. */
export function AskedFields({ agencies, locale }: { agencies: RecipientChoice[]; locale: Locale }) {
  const t = translator(locale)
  const kinds = [...new Set(agencies.map(({ kind }) => kind))]
  return (
    <>
      <Chips
        name="recipients"
        label={t('sharing.form.recipients')}
        hint={t('sharing.form.recipientsHint')}
        required
        groups={kinds.map((kind) => ({ title: named(locale, 'agencies.kind', kind), options: agencies.filter((agency) => agency.kind === kind).map(({ id, name }) => ({ value: id, label: name })) }))}
      />
      <TextArea name="purpose" label={t('sharing.consent.purpose')} hint={t('sharing.consent.purposeHint')} required rows={2} />
      <ItemFields
        items={{ label: t('sharing.form.items'), hint: t('sharing.form.itemsHint'), required: true }}
        sensitive={{ label: t('sharing.consent.sensitive'), hint: t('sharing.consent.sensitiveHint'), yes: t('sharing.form.sensitiveYes') }}
        locale={locale}
      />
    </>
  )
}
