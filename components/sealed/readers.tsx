import { HiddenField, Select, SubmitButton, TextField } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import type { Nameable, NamedReader, SealedPage } from '#lib/sealed/queries.ts'
import { formatDate } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type Action = (state: FormState, data: FormData) => Promise<FormState>
type ReadersProps = { sealed: SealedPage; caseId: string; people: Nameable[]; me: string; add: Action; ask: Action; end: Action; locale: Locale }

/** Who may open it. Whoever wrote it names more, and takes names back. */
export function Readers({ sealed: { id, mine, readers }, caseId, people, me, add, ask, end, locale }: ReadersProps) {
  const t = translator(locale)
  const others = people.filter((person) => !readers.some(({ staffId }) => staffId === person.id))
  const [near, far] = [others.filter(({ byTwo }) => !byTwo), others.filter(({ byTwo }) => byTwo)]
  return (
    <>
      <ul className="space-y-2">
        {readers.map((reader) => (
          <li key={reader.id} className="flex flex-wrap items-center gap-3">
            <span>
              <b>{reader.name}</b> <span className="muted">{t('sealed.since', { day: formatDate(reader.at, locale) })}</span>
            </span>
            {mine && <Standing reader={reader} locale={locale} />}
            {mine && reader.staffId !== me && <EndForm reader={reader} caseId={caseId} end={end} locale={locale} />}
          </li>
        ))}
      </ul>
      {mine && near.length > 0 && (
        <Form action={add} words={formWords(locale)} formId="reader">
          <HiddenField name="caseId" value={caseId} />
          <HiddenField name="recordId" value={id} />
          <Select name="staffId" label={t('sealed.add')} required none={t('sealed.choose')} options={near.map(option)} />
          <div className="page-deeds">
            <SubmitButton>{t('sealed.addPress')}</SubmitButton>
          </div>
        </Form>
      )}
      {mine && far.length > 0 && (
        <Form action={ask} words={formWords(locale)} formId="ask-reader">
          <HiddenField name="caseId" value={caseId} />
          <HiddenField name="recordId" value={id} />
          <p className="muted">{t('sealed.naming.askNote')}</p>
          <Select name="staffId" label={t('sealed.naming.askTitle')} required none={t('sealed.choose')} options={far.map(option)} />
          <TextField name="reason" label={t('sealed.naming.reason')} hint={t('sealed.open.reasonHint')} required />
          <div className="page-deeds">
            <SubmitButton weight="quiet">{t('sealed.naming.ask')}</SubmitButton>
          </div>
        </Form>
      )}
    </>
  )
}

const option = ({ id: value, name, agency }: Nameable) => ({ value, label: `${name} · ${agency}` })

/** Why somebody who is named does not open it, if she does not. */
function Standing({ reader: { answer, reaches }, locale }: { reader: NamedReader; locale: Locale }) {
  const why = answer === null ? 'waits' : answer === 'REFUSED' ? 'refused' : reaches ? null : 'beyond'
  return why && <span className="muted small">{translator(locale)(`sealed.naming.${why}`)}</span>
}

function EndForm({ reader, caseId, end, locale }: { reader: NamedReader; caseId: string; end: Action; locale: Locale }) {
  const t = translator(locale)
  return (
    <Form action={end} words={formWords(locale)} formId={`end-${reader.id}`} className="">
      <HiddenField name="caseId" value={caseId} />
      <HiddenField name="readerId" value={reader.id} />
      <SubmitButton weight="quiet">{t('sealed.end')}</SubmitButton>
    </Form>
  )
}
