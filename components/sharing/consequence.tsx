import type { ReactNode } from 'react'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Notice } from '#components/ui/notice.tsx'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'

type ConsequenceProps = {
  title: string
  /** What the press leads to, one sentence each. */
  lines: string[]
  action: (state: FormState, data: FormData) => Promise<FormState>
  field: { name: string; value: string }
  submit: string
  /** What is asked before the press. */
  children?: ReactNode
  locale: Locale
}

/** A deed that ends something: first what it leads to, then the press. */
export function Consequence({ title, lines, action, field, submit, children, locale }: ConsequenceProps) {
  return (
    <div className="grid gap-6">
      <Notice kind="warning" title={title}>
        <ul className="list-disc pl-5">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Notice>
      <Form action={action} formId="end-sharing" words={formWords(locale)}>
        <HiddenField name={field.name} value={field.value} />
        {children}
        <div>
          <SubmitButton weight="grave">{submit}</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
