'use client'

import { startTransition, useActionState, useId, useRef, useState, useTransition, type FormEvent, type ReactNode } from 'react'
import { ErrorSummary } from './error-summary.tsx'
import { FormContext, type FormState, type FormWords } from './form-state.ts'

type LiveFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  postKey: string
  labels: Record<string, string>
  words: FormWords
  formId?: string
  initial?: Record<string, string | string[]>
  className?: string
  children: ReactNode
}

/** The part of `Form` that runs in the browser; pages use `Form`. */
export function LiveForm({ action, postKey, labels, words, formId: given, initial = {}, className = 'form', children }: LiveFormProps) {
  const generated = useId()
  const formId = given ?? `form${generated}`
  // Without script Next renders the page again with the action's answer in `posted`.
  const [posted, post] = useActionState(action, {})
  const { answer, pending, send } = useSending(action, words)
  const state = answer ?? posted
  const key = state.values?.['_key'] ?? postKey

  return (
    <FormContext value={{ formId, state, initial, words, pending }}>
      <form id={formId} className={className} action={post} onSubmit={send} noValidate data-pending={pending || undefined}>
        <ErrorSummary formId={formId} state={state} title={words.summary} labels={labels} />
        <input type="hidden" name="_key" value={key} readOnly />
        {children}
      </form>
    </FormContext>
  )
}

/**
 * Posts without leaving the page. Not through React's own form handling: that empties the fields after
 * each answer, and lets a lost connection replace the whole page, with all that was typed, by an error.
 */
function useSending(action: LiveFormProps['action'], words: FormWords) {
  const [answer, setAnswer] = useState<FormState>()
  const [pending, startSending] = useTransition()
  const busy = useRef(false)

  const settle = (next: FormState) => {
    busy.current = false
    startTransition(() => setAnswer(next))
  }

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy.current) return
    busy.current = true
    const pressed = (event.nativeEvent as SubmitEvent).submitter
    const data = new FormData(event.currentTarget, pressed)

    startSending(async () => {
      try {
        settle((await action({}, data)) ?? {})
      } catch (error) {
        // Next leads on to another page by throwing: its boundary makes the form anew. Until then the form
        // stays shut, so that a late press does nothing.
        if (leadsOn(error)) throw error
        settle({ message: words.failed })
      }
    })
  }
  return { answer, pending, send }
}

/** A redirect or a "not found" of the action's, which is no failure. */
function leadsOn(error: unknown): boolean {
  return error instanceof Error && 'digest' in error && String(error.digest).startsWith('NEXT_')
}
