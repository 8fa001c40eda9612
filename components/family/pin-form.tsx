import { HiddenField, SubmitButton, TextField } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import type { Text } from '#lib/sharing/wording/text.ts'
import type { Tongue } from '#lib/sharing/wording/tongue.ts'
import { familyWords } from './family-words.ts'

type PinFormProps = { action: (state: FormState, data: FormData) => Promise<FormState>; token: string; text: Text; tongue: Tongue }

export function PinForm({ action, token, text, tongue }: PinFormProps) {
  const { phone } = text
  return (
    <Form action={action} words={familyWords(text)} formId="pin-form">
      <HiddenField name="token" value={token} />
      <HiddenField name="lang" value={tongue} />
      <TextField name="pin" label={phone.pin} hint={phone.pinHint} inputMode="numeric" autoComplete="off" required short />
      <div>
        <SubmitButton>{phone.open}</SubmitButton>
      </div>
    </Form>
  )
}
