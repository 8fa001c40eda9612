import { ProofField } from '#components/accounts/proof-field.tsx'
import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { kinds } from '#lib/audit/filters.ts'
import { formats } from '#lib/exports/export.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

interface FormProps {
  action: (state: FormState, data: FormData) => Promise<FormState>
  /** She has proved who she is a moment ago. */
  proven: boolean
  locale: Locale
}

/** Why, and as what; `asks` when somebody else has to agree first. */
export function NewExportForm({ action, filters, asks, proven, locale }: FormProps & { filters: string; asks: boolean }) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="export">
      <HiddenField name="filters" value={filters} />
      <Choices name="format" label={t('exports.new.format')} required row initial="XLSX" options={formats.map((value) => ({ value, label: t(`exports.new.formats.${value}`) }))} />
      <TextArea name="reason" label={t('exports.new.reason')} hint={t('exports.new.reasonHint')} required />
      <ProofField proven={proven} locale={locale} />
      <div className="deed">
        <SubmitButton>{t(asks ? 'exports.new.ask' : 'exports.new.press')}</SubmitButton>
      </div>
    </Form>
  )
}

/** A month of the record of access: which lines, why, and as what. */
export function TakeLogForm({ action, month, proven, locale }: FormProps & { month: string }) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="take">
      <HiddenField name="month" value={month} />
      <Choices name="kind" label={t('exports.log.kind')} row options={[{ value: '', label: t('audit.log.kind.all') }, ...kinds.map((value) => ({ value, label: t(`audit.log.kind.${value}`) }))]} initial="" />
      <Choices name="format" label={t('exports.new.format')} required row initial="XLSX" options={formats.map((value) => ({ value, label: t(`exports.new.formats.${value}`) }))} />
      <TextArea name="reason" label={t('exports.new.reason')} hint={t('exports.new.reasonHint')} required />
      <ProofField proven={proven} locale={locale} />
      <div className="deed">
        <SubmitButton>{t('exports.new.press')}</SubmitButton>
      </div>
    </Form>
  )
}

export function FinishForm({ action, id, proven, locale }: FormProps & { id: string }) {
  return (
    <Form action={action} words={formWords(locale)} formId="finish">
      <HiddenField name="id" value={id} />
      <ProofField proven={proven} locale={locale} />
      <div className="deed">
        <SubmitButton>{translator(locale)('exports.page.make')}</SubmitButton>
      </div>
    </Form>
  )
}

export function DecideForm({ action, id, proven, locale }: FormProps & { id: string }) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="decide">
      <HiddenField name="id" value={id} />
      <Choices name="answer" label={t('exports.page.decide')} required row options={(['AGREED', 'REFUSED'] as const).map((value) => ({ value, label: t(`exports.page.answer.${value}`) }))} />
      <ProofField proven={proven} locale={locale} />
      <div className="deed">
        <SubmitButton>{t('exports.page.answerPress')}</SubmitButton>
      </div>
    </Form>
  )
}
