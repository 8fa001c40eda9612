import { DateField, HiddenField, Select, SubmitButton, TextArea, TextField } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import type { AgencyName } from '#lib/agencies/agency.ts'
import { roles, type Role } from '#lib/core/actor.ts'
import { rolesAt } from '#lib/people/standing.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type Action = (state: FormState, data: FormData) => Promise<FormState>
type Person = { id: string; role: Role; agencyId: string; jobTitle: string }
type AskProps = { action: Action; agencies: AgencyName[]; locale: Locale }

/** Another role or body; also for somebody who comes back. */
export function AskRoleForm({ action, person, agencies, returns = false, locale }: AskProps & { person: Person; returns?: boolean }) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="ask-role" initial={{ agencyId: person.agencyId, jobTitle: person.jobTitle }}>
      <HiddenField name="staffId" value={person.id} />
      {/* At the one body there is to choose from, another role alone is a change. */}
      <RoleFields agencies={agencies} {...(agencies.length === 1 && !returns && { but: person.role })} locale={locale} />
      <ApprovalFields locale={locale} />
      <TextArea name="reason" label={t('colleagues.change.reason')} required />
      <Press locale={locale} />
    </Form>
  )
}

/** Somebody new, or a teacher whom the roster brought and who has no account yet. */
export function InviteForm({ action, person, agencies, locale }: AskProps & { person?: Person & { name: string } }) {
  const t = translator(locale)
  const initial = person && { name: person.name, role: person.role, agencyId: person.agencyId, jobTitle: person.jobTitle }
  return (
    <Form action={action} words={formWords(locale)} formId="invite" {...(initial && { initial })}>
      {person && <HiddenField name="staffId" value={person.id} />}
      <TextField name="name" label={t('colleagues.change.name')} required autoComplete="off" />
      <TextField name="nameEn" label={t('colleagues.change.nameEn')} autoComplete="off" />
      <TextField name="email" type="email" label={t('colleagues.change.email')} hint={t('colleagues.change.emailHint')} required autoComplete="off" />
      <RoleFields agencies={agencies} needsTitle locale={locale} />
      <ApprovalFields locale={locale} />
      <TextArea name="reason" label={t('colleagues.change.reason')} required />
      <Press locale={locale} />
    </Form>
  )
}

/** Until when, and on which paper. */
export function AskApprovalForm({ action, staffId, until, locale }: { action: Action; staffId: string; until: string; locale: Locale }) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="ask-approval" initial={{ validUntil: until }}>
      <HiddenField name="staffId" value={staffId} />
      <DateField name="validUntil" label={t('colleagues.change.validUntil')} required />
      <TextField name="paper" label={t('colleagues.change.paper')} hint={t('colleagues.change.paperHint')} required />
      <TextArea name="reason" label={t('colleagues.change.reason')} />
      <Press locale={locale} />
    </Form>
  )
}

function RoleFields({ agencies, but, needsTitle = false, locale }: { agencies: AgencyName[]; but?: Role; needsTitle?: boolean; locale: Locale }) {
  const t = translator(locale)
  const possible = roles.filter((role) => role !== but && agencies.some(({ kind }) => rolesAt(kind).includes(role)))
  return (
    <>
      <Select name="agencyId" label={t('colleagues.change.agency')} required none={t('colleagues.change.choose')} options={agencies.map(({ id: value, fullName: label }) => ({ value, label }))} />
      <Select name="role" label={t('colleagues.change.role')} required none={t('colleagues.change.choose')} options={possible.map((value) => ({ value, label: t(`access.role.${value}`) }))} />
      <TextField name="jobTitle" label={t('colleagues.change.jobTitle')} required={needsTitle} />
    </>
  )
}

function ApprovalFields({ locale }: { locale: Locale }) {
  const t = translator(locale)
  return (
    <>
      <DateField name="validUntil" label={t('colleagues.change.validUntil')} hint={t('colleagues.change.validUntilHint')} />
      <TextField name="paper" label={t('colleagues.change.paper')} hint={t('colleagues.change.paperHint')} />
    </>
  )
}

function Press({ locale }: { locale: Locale }) {
  return (
    <div className="page-deeds">
      <SubmitButton>{translator(locale)('colleagues.change.press')}</SubmitButton>
    </div>
  )
}
