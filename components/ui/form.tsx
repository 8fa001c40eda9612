import { Children, isValidElement, type ReactNode } from 'react'
import type { FormState, FormWords } from './form-state.ts'
import { LiveForm } from './live-form.tsx'

type FormProps = {
  /** A server action: what it redirects to on success, or the state to show again. */
  action: (state: FormState, data: FormData) => Promise<FormState>
  words: FormWords
  /** Known to scripts such as a draft saver, and the start of every field's id. */
  formId?: string
  /** What to start from, by field name: a draft, or what is being changed. */
  initial?: Record<string, string | string[]>
  className?: string
  children: ReactNode
}

/**
 * A form that works with JavaScript off and never loses what was typed.
 * Each time the page is made the form gets a key of its own (`_key`); it is posted again after an error
 * and by a double press, so that the deed is done once.
 */
export function Form(props: FormProps) {
  return <LiveForm postKey={crypto.randomUUID()} labels={Object.fromEntries(labelsIn(props.children))} {...props} />
}

/** The names of the fields that stand in it as they are written here: for the summary of a browser without scripts, which cannot look at the page. */
function labelsIn(children: ReactNode): [name: string, label: string][] {
  return Children.toArray(children).flatMap((child) => {
    if (!isValidElement<{ name?: unknown; label?: unknown; children?: ReactNode }>(child)) return []
    const { name, label, children: within } = child.props
    return [...(typeof name === 'string' && typeof label === 'string' ? [[name, label] as [string, string]] : []), ...labelsIn(within)]
  })
}
