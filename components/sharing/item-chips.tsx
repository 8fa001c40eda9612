import { Chips, Choices } from '#components/ui/choices.tsx'
import { sharedItems } from '#lib/sharing/consent.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type ItemFieldsProps = {
  items: { label: string; hint: string; required?: boolean }
  sensitive: { label: string; hint: string; yes: string }
  locale: Locale
}

/** Which domains may be told, and, asked apart (PIPA §23), whether the sensitive in them too. */
export function ItemFields({ items, sensitive, locale }: ItemFieldsProps) {
  const t = translator(locale)
  const options = sharedItems.map((domain) => ({ value: domain, label: t(`timeline.domain.${domain}`) }))
  return (
    <>
      <Chips name="items" label={items.label} hint={items.hint} required={items.required === true} groups={[{ options }]} />
      <Choices name="sensitive" label={sensitive.label} hint={sensitive.hint} several options={[{ value: 'on', label: sensitive.yes, tone: 'amber' }]} />
    </>
  )
}
