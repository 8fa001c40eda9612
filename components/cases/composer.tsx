import { ContactsBox } from '#components/cases/contacts-box.tsx'
import { ReporterBox } from '#components/cases/reporter-box.tsx'
import { DraftSaver } from '#components/drafts/draft-saver.tsx'
import { saverWords } from '#components/drafts/saver-words.ts'
import { Mark } from '#components/ui/badge.tsx'
import { Chips, Choices } from '#components/ui/choices.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { HiddenField, Select, SubmitButton, TextArea, TextField } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { noteKinds, noteLayers } from '#lib/cases/note.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { DraftFields } from '#lib/drafts/draft.ts'
import { audiences, domains } from '#lib/timeline/layers.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator, type Words } from '#lib/words/translate.ts'

type ComposerProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  actor: Pick<Actor, 'staffId' | 'name' | 'locale'>
  caseId: string
  /** What she had begun to write. */
  draft: DraftFields | undefined
}

/**
 * A note is written where notes are read. Closed it is one line; whoever begins to write finds kind and child seen, and
 * behind a press how deep it goes and who reads it, with what is chosen said beside the button.
 */
export function Composer({ action, actor: { staffId, name, locale }, caseId, draft }: ComposerProps) {
  const t = translator(locale)
  const formId = 'note'
  return (
    <Form action={action} words={formWords(locale)} formId={formId} className="compose" initial={draft}>
      <HiddenField name="caseId" value={caseId} />
      <div className="compose-line">
        <Mark text={name.charAt(0)} tone="teal" />
        <TextArea name="body" label={t('cases.note.body')} placeholder={t('cases.note.placeholder')} rows={1} required />
      </div>
      <div className="compose-more">
        <Chips name="kind" label={t('cases.note.kind')} several={false} required initial="OBSERVATION" groups={[{ options: noteKinds.map((value) => ({ value, label: t(`timeline.noteKind.${value}`) })) }]} />
        <Chips name="childSeen" label={t('cases.note.childSeenLabel')} required groups={[{ options: [{ value: 'on', label: t('cases.note.childSeen') }] }]} />
        <ContactsBox locale={locale} />
        <ReporterBox locale={locale} />
        <Disclosure summary={t('cases.note.more')}>
          <Details t={t} />
        </Disclosure>
        <div className="compose-deed">
          <SubmitButton>{t('cases.note.save')}</SubmitButton>
          <span className="compose-said">
            {audiences.map((audience) => (
              <span key={audience} data-audience={audience}>
                {t(`cases.note.readers.${audience}`)}
              </span>
            ))}
            <span data-layer="SENSITIVE">{t('cases.note.sensitive')}</span>
          </span>
          <DraftSaver formId={formId} kind="note" subject={caseId} writer={staffId} fresh={!draft} words={saverWords(locale)} here={`/cases/${caseId}`} />
        </div>
      </div>
    </Form>
  )
}

function Details({ t }: { t: Words }) {
  return (
    <div className="compose-details">
      <Choices name="audience" label={t('cases.note.audience')} required row initial="TEAM" options={audiences.map((value) => ({ value, label: t(`timeline.audience.${value}`) }))} />
      <Choices
        name="layer"
        label={t('cases.note.layer')}
        required
        initial="PROGRESS"
        options={noteLayers.map((value) => ({ value, label: t(`timeline.layer.${value}`), hint: t(`timeline.layerHint.${value}`), ...(value === 'SENSITIVE' && { tone: 'amber' as const }) }))}
      />
      <Select name="domain" label={t('cases.note.domain')} required none={t('timeline.domain.GENERAL')} options={domains.filter((domain) => domain !== 'GENERAL').map((value) => ({ value, label: t(`timeline.domain.${value}`) }))} />
      <TextField name="happenedAt" type="datetime-local" short label={t('cases.note.happenedAt')} hint={t('cases.note.happenedHint')} />
    </div>
  )
}
