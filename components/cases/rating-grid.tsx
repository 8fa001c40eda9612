'use client'

import { useId } from 'react'
import { FieldNotes, LabelText } from '#components/ui/field-parts.tsx'
import { useField } from '#components/ui/form-state.ts'

type Step = { value: string; short: string; label: string }
type Line = { name: string; label: string; marked?: boolean }

type RatingGridProps = {
  legend: string
  hint: string
  lines: Line[]
  /** The first one is "not looked at". */
  steps: Step[]
  /** What a marked line means, such as "written in the referral". */
  mark?: string
}

/** How much help each domain needs: one press a domain. On a phone the steps stand below the domain's name. */
export function RatingGrid({ legend, hint, lines, steps, mark }: RatingGridProps) {
  const { id, words } = useField('ratings')
  return (
    <fieldset className="field" data-field="ratings">
      <legend className="field-label">
        <LabelText label={legend} optional={words.optional} />
      </legend>
      <FieldNotes id={id} hint={hint} errors={[]} />
      <div className="rating-grid">
        <div className="rating-line rating-head" aria-hidden>
          <span />
          {steps.map((step) => (
            <span key={step.value}>{step.label}</span>
          ))}
        </div>
        {lines.map((line) => (
          <RatingLine key={line.name} line={line} steps={steps} mark={mark} />
        ))}
      </div>
    </fieldset>
  )
}

function RatingLine({ line: { name, label, marked }, steps, mark }: { line: Line; steps: Step[]; mark: string | undefined }) {
  const labelId = useId()
  const { text } = useField(name, '')
  return (
    <div className="rating-line" role="radiogroup" aria-labelledby={labelId}>
      <span id={labelId} className="rating-name">
        {label}
        {marked && <small>{mark}</small>}
      </span>
      {steps.map(({ value, short, label: said }) => (
        <label key={value} className="rating-step" data-step={value || 'none'}>
          <input type="radio" name={name} value={value} defaultChecked={text === value} />
          <span aria-hidden>{short}</span>
          <span className="only-heard">{said}</span>
        </label>
      ))}
    </div>
  )
}
