import { Chips } from '#components/ui/choices.tsx'
import { OnceAsked } from '#components/ui/once-asked.tsx'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** Whether a text must name who reported: asked once, of whoever may know it. */
export function ReporterBox({ locale }: { locale: Locale }) {
  const t = translator(locale)
  return (
    <OnceAsked name="reporterOk">
      <Chips name="reporterOk" label={t('sealed.namesReporter')} required groups={[{ options: [{ value: 'on', label: t('sealed.namesReporterOk') }] }]} />
    </OnceAsked>
  )
}
