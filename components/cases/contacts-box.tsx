import { Chips } from '#components/ui/choices.tsx'
import { OnceAsked } from '#components/ui/once-asked.tsx'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** Whether a telephone number must stand in a note: asked once there is one. */
export function ContactsBox({ locale }: { locale: Locale }) {
  const t = translator(locale)
  return (
    <OnceAsked name="contactsOk">
      <Chips name="contactsOk" label={t('cases.note.contacts')} required groups={[{ options: [{ value: 'on', label: t('cases.note.contactsOk') }] }]} />
    </OnceAsked>
  )
}
