'use client'

import { useEffect, useRef, useState } from 'react'
import type { FormState } from './form-state.ts'

type Labels = Record<string, string>

/** What went wrong, first thing in the form: it takes the focus, and each line leads to its field. */
export function ErrorSummary({ formId, state, title }: { formId: string; state: FormState; title: string }) {
  const summary = useRef<HTMLDivElement>(null)
  const [labels, setLabels] = useState<Labels>({})
  const wrong = Object.entries(state.errors ?? {}).filter(([, errors]) => errors.length > 0)
  const shown = wrong.length > 0 || state.message !== undefined

  useEffect(() => {
    if (!shown) return
    setLabels(labelsOf(summary.current?.closest('form')))
    summary.current?.focus()
  }, [state, shown])

  if (!shown) return null
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

/** The fields' names as the reader knows them, from the labels on the page. */
function labelsOf(form: Element | null | undefined): Labels {
  const labels: Labels = {}
  for (const field of form?.querySelectorAll<HTMLElement>('[data-field]') ?? []) {
    labels[field.dataset['field'] ?? ''] = field.querySelector('[data-label]')?.textContent ?? ''
  }
  return labels
}
