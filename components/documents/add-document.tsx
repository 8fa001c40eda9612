import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, Select } from '#components/ui/fields.tsx'
import { UploadForm } from '#components/ui/upload-form.tsx'
import { documentKinds, documentLayers } from '#lib/documents/document.ts'
import { domains } from '#lib/timeline/layers.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator, type Words } from '#lib/words/translate.ts'

/** One file and what it is. Whoever is outside the circle shows what she adds to the team; whom else it is shown to is not hers to say. */
export function AddDocument({ caseId, most, inside, locale }: { caseId: string; most: number; inside: boolean; locale: Locale }) {
  const t = translator(locale)
  return (
    <UploadForm address="/api/documents" accept=".pdf,.jpg,.jpeg,.png,.webp" postKey={crypto.randomUUID()} words={uploadWords(t, String(Math.round(most / 1_048_576)))} most={{ bytes: most, files: 1 }}>
      <HiddenField name="caseId" value={caseId} />
      <Select name="kind" label={t('documents.upload.kind')} required none={t('documents.upload.choose')} options={documentKinds.filter((kind) => kind !== 'CONSENT').map((value) => ({ value, label: t(`documents.kind.${value}`) }))} />
      <Choices name="layer" label={t('documents.upload.layer')} required initial="PROGRESS" options={documentLayers.map((value) => ({ value, label: t(`timeline.layer.${value}`), hint: t(`documents.upload.layerHint.${value}`) }))} />
      <Select name="domain" label={t('documents.upload.domain')} none={t('timeline.domain.GENERAL')} options={domains.filter((domain) => domain !== 'GENERAL').map((value) => ({ value, label: t(`timeline.domain.${value}`) }))} />
      {inside && <Choices name="linked" label={t('documents.upload.linked')} several options={[{ value: 'on', label: t('documents.upload.linkedYes'), hint: t('documents.upload.linkedHint') }]} />}
    </UploadForm>
  )
}

const uploadWords = (t: Words, most: string) => ({
  files: t('documents.upload.files'),
  hint: t('documents.upload.hint', { most }),
  submit: t('documents.upload.submit'),
  sending: t('documents.upload.sending'),
  almost: t('documents.upload.almost'),
  cancel: t('documents.upload.cancel'),
  cancelled: t('documents.upload.cancelled'),
  none: t('documents.upload.none'),
  tooLarge: t('documents.upload.tooLarge', { most }),
  tooManyFiles: t('documents.upload.tooManyFiles'),
  failed: t('documents.upload.failed'),
})
