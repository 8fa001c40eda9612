import { ProofField } from '#components/accounts/proof-field.tsx'
import { Chips, Choices } from '#components/ui/choices.tsx'
import { HiddenField, Select, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import type { Hold, RetainedCase } from '#lib/retention/queries.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

interface FormProps {
  action: (state: FormState, data: FormData) => Promise<FormState>
  locale: Locale
}

/** Which of those whose time is over. Nothing is chosen for anybody. */
export function AskForm({ action, cases, proven, locale }: FormProps & { cases: RetainedCase[]; proven: boolean }) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="destroy">
      <Chips name="cases" label={t('retention.choose')} hint={t('retention.chooseHint')} required groups={[{ options: cases.map(({ id, number }) => ({ value: id, label: number })) }]} />
      <ProofField proven={proven} locale={locale} />
      <div>
        <SubmitButton weight="grave">{t('retention.ask')}</SubmitButton>
      </div>
    </Form>
  )
}

export function DecideForm({ action, id, proven, locale }: FormProps & { id: string; proven: boolean }) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="decide">
      <HiddenField name="id" value={id} />
      <Choices name="answer" label={t('retention.page.decide')} required row options={(['AGREED', 'REFUSED'] as const).map((value) => ({ value, label: t(`retention.page.answer.${value}`) }))} />
      <ProofField proven={proven} locale={locale} />
      <div className="deed">
        <SubmitButton>{t('retention.page.answerPress')}</SubmitButton>
      </div>
    </Form>
  )
}

export function HoldForm({ action, cases, locale }: FormProps & { cases: RetainedCase[] }) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="hold">
      <Select name="caseId" label={t('retention.holdCase')} required none={t('retention.pick')} options={cases.map(({ id, number }) => ({ value: id, label: number }))} />
      <TextArea name="reason" label={t('retention.holdReason')} hint={t('retention.holdHint')} required rows={2} />
      <div>
        <SubmitButton weight="quiet">{t('retention.holdPress')}</SubmitButton>
      </div>
    </Form>
  )
}

/** The head of the programme presses to ask, another to agree. */
export function LiftForm({ action, hold: { id, liftAskedById }, me, asks, locale }: FormProps & { hold: Hold; me: string; asks: boolean }) {
  const t = translator(locale)
  if (liftAskedById === null && !asks) return <span className="muted">{t('retention.held')}</span>
  if (liftAskedById === me) return <span className="muted">{t('retention.liftWaits')}</span>
  return (
    <Form action={action} words={formWords(locale)} formId={`lift-${id}`}>
      <HiddenField name="holdId" value={id} />
      <SubmitButton weight="quiet">{t(liftAskedById ? 'retention.liftAgree' : 'retention.liftAsk')}</SubmitButton>
    </Form>
  )
}
