import { Chips } from '#components/ui/choices.tsx'
import { HiddenField, Select, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { workKinds, type WorkKind } from '#lib/leaving/leaving.ts'
import type { Heir, Left } from '#lib/leaving/queries.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type Action = (state: FormState, data: FormData) => Promise<FormState>
type HandFormsProps = { action: Action; staffId: string; agencyId: string; left: Left[]; heirs: Heir[]; locale: Locale }

/** One form a kind: all of it chosen, to one colleague; what is unticked waits for the next press. */
export function HandForms({ action, staffId, agencyId, left, heirs, locale }: HandFormsProps) {
  const t = translator(locale)
  const kinds = workKinds.filter((kind) => left.some((one) => one.kind === kind))
  return (
    <div className="space-y-8">
      {kinds.map((kind) => (
        <HandForm key={kind} kind={kind} action={action} staffId={staffId} items={left.filter((one) => one.kind === kind)} groups={groupsOf(heirs.filter((heir) => canTake(heir, kind, agencyId)))} title={`${t(`colleagues.leave.kind.${kind}`)}: ${t(`colleagues.leave.kindNote.${kind}`)}`} locale={locale} />
      ))}
    </div>
  )
}

/** Who gives help is of the body that was asked; who looks at referrals leads a school or works for the centre. */
function canTake({ role, agencyId }: Heir, kind: WorkKind, of: string): boolean {
  if (kind === 'SUPPORTS') return agencyId === of
  if (kind === 'REFERRALS') return agencyId === of && (role === 'SCHOOL_LEAD' || role === 'COORDINATOR' || role === 'OFFICE_LEAD')
  return true
}

function groupsOf(heirs: Heir[]) {
  const agencies = [...new Set(heirs.map(({ agency }) => agency))]
  return agencies.map((label) => ({ label, options: heirs.filter(({ agency }) => agency === label).map(({ id, name, jobTitle }) => ({ value: id, label: jobTitle ? `${name} (${jobTitle})` : name })) }))
}

type HandFormProps = { kind: WorkKind; action: Action; staffId: string; items: Left[]; groups: { label: string; options: { value: string; label: string }[] }[]; title: string; locale: Locale }

function HandForm({ kind, action, staffId, items, groups, title, locale }: HandFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId={`hand-${kind.toLowerCase()}`} initial={{ items: items.map(({ id }) => id) }}>
      <HiddenField name="staffId" value={staffId} />
      <HiddenField name="kind" value={kind} />
      <Chips name="items" label={title} required groups={[{ options: items.map(({ id, number }) => ({ value: id, label: number })) }]} />
      <Select name="toId" label={t('colleagues.leave.to')} required none={t('colleagues.leave.choose')} options={[]} groups={groups} />
      <div className="page-deeds">
        <SubmitButton weight="quiet">{t('colleagues.leave.press')}</SubmitButton>
      </div>
    </Form>
  )
}
