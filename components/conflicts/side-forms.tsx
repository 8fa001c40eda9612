import { HiddenField, SubmitButton, TextField } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { Table } from '#components/ui/table.tsx'
import type { NamedSide } from '#lib/conflicts/queries.ts'
import { formatDate } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type Action = (state: FormState, data: FormData) => Promise<FormState>

/** Who stands on the other side, for the centre. */
export function NamedSides({ sides, caseId, end, locale }: { sides: NamedSide[]; caseId: string; end: Action; locale: Locale }) {
  const t = translator(locale)
  if (sides.length === 0) return null
  return (
    <>
      <Table
        caption={t('conflicts.side.title')}
        rows={sides}
        keyOf={({ id }) => id}
        columns={[
          { head: t('conflicts.side.ref'), cell: ({ ref }) => ref },
          { head: t('conflicts.side.who'), cell: ({ child, number }) => (child ? <>{child} <span className="muted">{number}</span></> : t('conflicts.side.person')) },
          { head: t('conflicts.side.since'), cell: ({ since }) => formatDate(since, locale) },
          {
            head: t('conflicts.side.deed'),
            cell: ({ id }) => (
              <Form action={end} words={formWords(locale)} formId={`end-side-${id}`} className="">
                <HiddenField name="caseId" value={caseId} />
                <HiddenField name="sideId" value={id} />
                <SubmitButton weight="quiet">{t('conflicts.side.end')}</SubmitButton>
              </Form>
            ),
          },
        ]}
      />
      <p className="muted small mb-6">{t('conflicts.side.endNote')}</p>
    </>
  )
}

export function SideForm({ caseId, action, locale }: { caseId: string; action: Action; locale: Locale }) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="side">
      <HiddenField name="caseId" value={caseId} />
      <TextField name="number" label={t('conflicts.side.number')} hint={t('conflicts.side.numberHint')} short />
      <p className="muted">{t('conflicts.side.orPerson')}</p>
      <TextField name="phone" type="tel" label={t('conflicts.side.phone')} short />
      <TextField name="email" type="email" label={t('conflicts.side.email')} />
      <TextField name="address" label={t('conflicts.side.address')} hint={t('conflicts.side.addressHint')} />
      <div className="page-deeds">
        <SubmitButton weight="grave">{t('conflicts.side.press')}</SubmitButton>
      </div>
    </Form>
  )
}
