import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { formatTime } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type GlassBannerProps = { action: (state: FormState, data: FormData) => Promise<FormState>; caseId: string; until: Date; locale: Locale }

/** Above a case that is read through broken glass: until when, and the way out. */
export function GlassBanner({ action, caseId, until, locale }: GlassBannerProps) {
  const t = translator(locale)
  return (
    <div className="glass-banner">
      <Notice kind="warning" title={t('glass.banner', { time: formatTime(until) })}>
        <p>{t('glass.bannerNote')}</p>
        <Form action={action} words={formWords(locale)} formId="glass-end" className="mt-2">
          <HiddenField name="caseId" value={caseId} />
          <SubmitButton weight="quiet">{t('glass.end')}</SubmitButton>
        </Form>
      </Notice>
    </div>
  )
}
