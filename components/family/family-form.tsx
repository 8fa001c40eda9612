import { AgencyName } from '#components/sharing/agency-name.tsx'
import { itemsIn } from '#components/sharing/form-words.ts'
import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextField } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import type { FamilyView } from '#lib/sharing/family.ts'
import type { Text } from '#lib/sharing/wording/text.ts'
import { dayIn, put, type Tongue } from '#lib/sharing/wording/tongue.ts'
import { familyWords } from './family-words.ts'
import { SignatureField } from './signature-field.tsx'

type FamilyFormProps = { action: (state: FormState, data: FormData) => Promise<FormState>; form: FamilyView; token: string; text: Text; tongue: Tongue }

/** F5 on a telephone: read, answer for each agency and for what is sensitive, sign. */
export function FamilyForm({ action, form, token, text, tongue }: FamilyFormProps) {
  const { phone } = text
  const who = form.subject === 'STUDENT' ? put(phone.asStudent, { name: form.student }) : put(phone.asGuardian, { name: form.student, guardian: form.guardian ?? '' })
  return (
    <>
      <h1>{text.title}</h1>
      <p>
        <b>{who}</b> <span className="muted small">{form.school} · {form.number}</span>
      </p>
      <p>{text.intro}</p>
      <section className="card p-4" aria-labelledby="rights">
        <h2 id="rights">{text.rightsTitle}</h2>
        <ul className="list-disc pl-5">{text.rights.map((right) => <li key={right}>{right}</li>)}</ul>
        <p className="small muted mt-2">{text.law}</p>
      </section>
      <Form action={action} words={familyWords(text)} formId="family">
        <HiddenField name="token" value={token} />
        <HiddenField name="lang" value={tongue} />
        <h2>{phone.each}</h2>
        {form.lines.map((line) => <Line key={line.recipientId} line={line} text={text} tongue={tongue} />)}
        <p className="small muted">{text.always}</p>
        {form.confirms && (
          <>
            <h2>{phone.guardianTitle}</h2>
            <p>{text.under14Text}</p>
            <Choices name="confirmed" label={text.under14Title} several required options={[{ value: 'on', label: phone.guardianConfirm }]} />
            <TextField name="relation" label={phone.guardianRelation} autoComplete="off" required />
          </>
        )}
        <SignatureField label={phone.sign} hint={phone.signHint} clear={phone.clear} />
        <details className="disclosure">
          <summary className="min-h-11">{phone.cannotDraw}</summary>
          <div className="grid gap-4 pt-3">
            <TextField name="typed" label={phone.typedName} autoComplete="name" />
            <Choices name="typedConfirmed" label={phone.sign} several options={[{ value: 'on', label: phone.typedConfirm }]} />
          </div>
        </details>
        <div>
          <SubmitButton>{phone.send}</SubmitButton>
        </div>
      </Form>
    </>
  )
}

function Line({ line: { recipientId, recipient, recipientEn, purpose, items, sensitive, validUntil }, text, tongue }: { line: FamilyView['lines'][number]; text: Text; tongue: Tongue }) {
  const options = [{ value: 'yes', label: text.agree }, { value: 'no', label: text.refuse, tone: 'red' as const }]
  const name = tongue === 'ko' ? recipient : recipientEn
  return (
    <section className="card grid gap-3 p-4" aria-label={name}>
      <h3><AgencyName ko={recipient} en={recipientEn} tongue={tongue} /></h3>
      <dl className="facts">
        <div>
          <dt>{text.purpose}</dt>
          <dd lang="ko">{purpose}</dd>
        </div>
        <div>
          <dt>{text.items}</dt>
          <dd>{itemsIn(text, items)}</dd>
        </div>
        <div>
          <dt>{text.period}</dt>
          <dd>{put(text.until, { day: dayIn(tongue, validUntil) })}</dd>
        </div>
      </dl>
      <Choices name={`agrees-${recipientId}`} label={`${text.answer} · ${name}`} required options={options} />
      {sensitive && <Choices name={`sensitive-${recipientId}`} label={text.sensitiveTitle} hint={text.sensitiveText} required options={options} />}
    </section>
  )
}
