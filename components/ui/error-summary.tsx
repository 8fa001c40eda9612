'use client'

import { useEffect, useRef, useState } from 'react'
import type { FormState } from './form-state.ts'

type Labels = Record<string, string>

/** What went wrong, first thing in the form: it takes the focus, and each line leads to its field. */
export function ErrorSummary({ formId, state, title, labels: known }: { formId: string; state: FormState; title: string; labels: Labels }) {
  const summary = useRef<HTMLDivElement>(null)
  const [labels, setLabels] = useState(known)
  const wrong = wrongFields(state)

  // Each answer anew, even when it says the same as the last.
  useEffect(() => {
    if (!hasComplaint(state)) return
    setLabels(labelsOf(summary.current?.closest('form')))
    summary.current?.focus()
  }, [state])

  if (!hasComplaint(state)) return null
  return (
    <div ref={summary} className="summary" role="alert" tabIndex={-1}>
      <h2>{state.message ?? title}</h2>
      {wrong.length > 0 && (
        <ul>
          {wrong.map(([name, errors]) => (
            <li key={name}>
              <a href={`#${formId}-${name}`}>
                {labels[name] && `${labels[name]}: `}
                {errors[0]}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function wrongFields({ errors = {} }: FormState) {
  return Object.entries(errors).filter(([, sentences]) => sentences.length > 0)
}

function hasComplaint(state: FormState): boolean {
  return state.message !== undefined || wrongFields(state).length > 0
}

/** The fields' names as the reader knows them, from the labels on the page. */
function labelsOf(form: Element | null | undefined): Labels {
  const labels: Labels = {}
  for (const field of form?.querySelectorAll<HTMLElement>('[data-field]') ?? []) {
    labels[field.dataset['field'] ?? ''] = field.querySelector('[data-label]')?.textContent ?? ''
  }
  return labels
}
