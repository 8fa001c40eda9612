'use client'

import { createContext, useContext } from 'react'

/** What a form's server action answers when it does not lead on to another page. */
export type FormState = {
  /** Sentences by field name, already in the reader's language. */
  errors?: Record<string, string[]>
  /** A sentence about the whole form: refused, too late, someone was faster. */
  message?: string
  /** Everything that was typed, `_key` included, so that nothing is lost without JavaScript either. */
  values?: Record<string, string | string[]>
}

/** The few words the form itself says; `formWords(locale)` of lib/words/form-words.ts has them. */
export type FormWords = { summary: string; sending: string; optional: string; failed: string }

type FormContext = { formId: string; state: FormState; initial: Record<string, string | string[]>; words: FormWords; pending: boolean }

export const FormContext = createContext<FormContext>({
  formId: 'form',
  state: {},
  initial: {},
  words: { summary: '', sending: '', optional: '', failed: '' },
  pending: false,
})

/** What a field needs to know about itself. Outside of a `<Form>` it still works, and has no errors. */
export function useField(name: string, own?: string | string[]) {
  const { formId, state, initial, words } = useContext(FormContext)
  const id = `${formId}-${name}`
  const errors = state.errors?.[name] ?? []
  // Once posted, what was posted is the truth: a box that was emptied stays empty.
  const value = state.values ? state.values[name] : (initial[name] ?? own)
  return {
    id,
    errors,
    words,
    /** The value to start from: what was posted, else what the page knew. */
    text: Array.isArray(value) ? (value[0] ?? '') : (value ?? ''),
    chosen: value === undefined ? [] : Array.isArray(value) ? value : [value],
    described: (hint: unknown) => [hint ? `${id}-hint` : '', errors.length > 0 ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined,
    wrong: errors.length > 0 || undefined,
  }
}
