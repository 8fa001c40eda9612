import { Choices } from '#components/ui/choices.tsx'
import { DateField, HiddenField, Select, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { PaperLine } from '#lib/documents/queries.ts'
import { answers, subjects, writtenKinds } from '#lib/sharing/consent.ts'
import type { FormSummary } from '#lib/sharing/forms.ts'
import { verifications } from '#lib/sharing/wording/text.ts'
import type { GuardianChoice, RecipientChoice } from '#lib/sharing/queries.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'
import { ItemFields } from './item-chips.tsx'
import { PaperFields } from './paper-fields.tsx'
import { RecipientField } from './recipient-field.tsx'

type ConsentFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  studentId: string
  guardians: GuardianChoice[]
  agencies: RecipientChoice[]
  /** Colleagues who may have heard it. */
  witnesses: { id: string; name: string }[]
  /** F5 made out for this child. */
  forms: FormSummary[]
  papers: PaperLine[]
  /** The largest file the office takes, in bytes. */
  most: number
  chosen: RecipientChoice | undefined
  /** What is known beforehand: who answers, and what the other one agreed to. */
  initial: Record<string, string | string[]>
  locale: Locale
}

const tones = { GRANTED: 'teal', REFUSED: 'red', UNABLE: 'amber', ASKED: 'blue' } as const

/** One person's answer about one agency. */
export function ConsentForm({ action, studentId, guardians, agencies, witnesses, forms, papers, most, chosen, initial, locale }: ConsentFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="consent" initial={initial}>
      <HiddenField name="studentId" value={studentId} />
      <RecipientField label={t('sharing.consent.recipient')} agencies={agencies} chosen={chosen} locale={locale} />
      <Choices name="subject" label={t('sharing.consent.subject')} required row options={subjects.map((subject) => ({ value: subject, label: t(`sharing.subject.${subject}`) }))} />
      {guardians.length === 0 ? (
        <Notice kind="tip">{t('sharing.consent.noGuardian')}</Notice>
      ) : (
        <Select
          name="guardianId"
          label={t('sharing.consent.guardian')}
          hint={t('sharing.consent.guardianHint')}
          none={t('sharing.consent.choose')}
          options={guardians.map(({ id, name, relation }) => ({ value: id, label: [name, named(locale, 'students.page.relation', relation)].filter(Boolean).join(' · ') }))}
        />
      )}
      <Choices name="state" label={t('sharing.consent.state')} required options={answers.map((state) => ({ value: state, label: t(`sharing.state.${state}`), hint: t(`sharing.consent.stateHint.${state}`), tone: tones[state] }))} />
      <TextArea name="purpose" label={t('sharing.consent.purpose')} hint={t('sharing.consent.purposeHint')} required rows={2} />
      <ItemFields
        items={{ label: t('sharing.consent.items'), hint: t('sharing.consent.itemsHint') }}
        sensitive={{ label: t('sharing.consent.sensitive'), hint: t('sharing.consent.sensitiveHint'), yes: t('sharing.consent.sensitiveYes') }}
        locale={locale}
      />
      <DateField name="validFrom" label={t('sharing.consent.from')} hint={t('sharing.consent.fromHint')} />
      <DateField name="validUntil" label={t('sharing.consent.until')} hint={t('sharing.consent.untilHint')} />
      <Choices name="evidenceKind" label={t('sharing.consent.evidenceKind')} required row options={writtenKinds.map((kind) => ({ value: kind, label: t(`sharing.evidenceKind.${kind}`) }))} />
      <div data-if="PAPER">
        <PaperFields papers={papers} most={most} locale={locale} />
      </div>
      <div data-if="VERBAL">
        <Select name="witnessId" label={t('sharing.consent.witness')} hint={t('sharing.consent.witnessHint')} none={t('sharing.consent.choose')} options={witnesses.map(({ id, name }) => ({ value: id, label: name }))} />
      </div>
      <Select name="verifiedHow" label={t('sharing.consent.verified')} hint={t('sharing.consent.verifiedHint')} none={t('sharing.consent.choose')} options={verifications.map((way) => ({ value: way, label: t(`sharing.verified.${way}`) }))} />
      {forms.length > 0 && (
        <Select name="formId" label={t('sharing.consent.form')} hint={t('sharing.consent.formHint')} none={t('sharing.consent.noForm')} options={forms.map(({ id, number, recipients }) => ({ value: id, label: [number, ...recipients].join(' · ') }))} />
      )}
      <TextArea name="evidence" label={t('sharing.consent.evidence')} hint={t('sharing.consent.evidenceHint')} rows={2} />
      <div>
        <SubmitButton>{t('sharing.consent.submit')}</SubmitButton>
      </div>
    </Form>
  )
}
