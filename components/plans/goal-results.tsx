'use client'

import { FieldNotes, LabelText } from '#components/ui/field-parts.tsx'
import { useField } from '#components/ui/form-state.ts'

type Question = { id: string; label: string; options: { value: string; label: string }[] }

/** How far each goal came, in the words that were written for its steps. All answers are one list, each names its goal. */
export function GoalResults({ legend, none, questions }: { legend: string; none: string; questions: Question[] }) {
  const { id, errors, chosen, words, wrong } = useField('goalResults')
  return (
    <fieldset className="field" data-field="goalResults" data-wrong={wrong}>
      <legend className="field-label">
        <LabelText label={legend} optional={words.optional} />
      </legend>
      <FieldNotes id={id} errors={errors} />
      {questions.map((question, at) => {
        const fieldId = at === 0 ? id : `${id}-${question.id}`
        return (
          <div key={question.id} className="field">
            <label htmlFor={fieldId}>{question.label}</label>
            <select id={fieldId} name="goalResults" className="input" defaultValue={chosen.find((value) => value.startsWith(question.id)) ?? ''}>
              <option value="">{none}</option>
              {question.options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        )
      })}
    </fieldset>
  )
}
