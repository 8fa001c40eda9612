import { Button } from '#components/ui/button.tsx'
import { Choices } from '#components/ui/choices.tsx'
import { SubmitButton, TextArea, TextField } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type AskRecoveryProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  /** What was looked for, and who was found by it; null before. */
  part: string
  found: { id: string; name: string; agency: string }[] | null
  locale: Locale
}

/** First who, by a part of her name; then why. */
export function AskRecoveryForms({ action, part, found, locale }: AskRecoveryProps) {
  const t = translator(locale)
  return (
    <div className="grid gap-6">
      <form method="get" className="form">
        <TextField name="name" type="search" label={t('recovery.find')} initial={part} required />
        <div>
          <Button type="submit" weight="quiet">
            {t('recovery.findPress')}
          </Button>
        </div>
      </form>
      {found?.length === 0 && <p>{t('recovery.nobody')}</p>}
      {found !== null && found.length > 0 && (
        <Form action={action} words={formWords(locale)} formId="ask">
          <Choices name="staffId" label={t('recovery.found')} required options={found.map(({ id, name, agency }) => ({ value: id, label: `${name} · ${agency}` }))} />
          <TextArea name="reason" label={t('recovery.reason')} hint={t('recovery.reasonHint')} required />
          <div>
            <SubmitButton>{t('recovery.ask')}</SubmitButton>
          </div>
        </Form>
      )}
    </div>
  )
}
