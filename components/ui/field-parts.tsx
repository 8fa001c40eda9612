'use client'

import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** What every field has around its control. A label is not optional: the compiler sees to it. */
export type FieldProps = {
  name: string
  label: string
  /** Why it is asked, or how to answer. */
  hint?: ReactNode
  required?: boolean
}

export function LabelText({ label, optional }: { label: string; optional: string | false }) {
  return (
    <>
      <span data-label>{label}</span>
      {optional && <span className="field-optional">{optional}</span>}
    </>
  )
}

/** The hint and the errors, with the ids that the control's aria-describedby names. */
export function FieldNotes({ id, hint, errors }: { id: string; hint?: ReactNode; errors: string[] }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <div id={`${id}-error`}>
          {errors.map((error) => (
            <p key={error} className="field-error">
              <Icon name="wrong" />
              {error}
            </p>
          ))}
        </div>
      )}
    </>
  )
}
