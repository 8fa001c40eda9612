'use client'

import { useContext, type ComponentProps, type ReactNode } from 'react'
import { FieldNotes, LabelText, type FieldProps } from './field-parts.tsx'
import { FormContext, useField } from './form-state.ts'

type Control = ReturnType<typeof useField> & { common: { id: string; name: string; required?: boolean; 'aria-invalid'?: boolean; 'aria-describedby'?: string } }

/** Label, hint and error around one control. */
function Field({ name, label, hint, required, initial, children }: FieldProps & { initial?: string; children: (control: Control) => ReactNode }) {
  const field = useField(name, initial)
  const { id, errors, words, described, wrong } = field
  const common = { id, name, required, 'aria-invalid': wrong, 'aria-describedby': described(hint) }
  return (
    <div className="field" data-field={name} data-wrong={wrong}>
      <label className="field-label" htmlFor={id}>
        <LabelText label={label} optional={!required && words.optional} />
      </label>
      <FieldNotes id={id} hint={hint} errors={errors} />
      {children({ ...field, common })}
    </div>
  )
}

type InputProps = Pick<ComponentProps<'input'>, 'autoComplete' | 'inputMode' | 'placeholder' | 'min' | 'max' | 'autoFocus'>

type TextFieldProps = FieldProps & InputProps & { type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'number' | 'time' | 'datetime-local'; initial?: string; short?: boolean }

export function TextField({ name, label, hint, required, initial, type = 'text', short, ...input }: TextFieldProps) {
  return (
    <Field {...{ name, label, hint, required, initial }}>
      {/* A password is never sent back to the page. */}
      {({ common, text }) => <input {...common} {...input} type={type} className={short ? 'input input-short' : 'input'} defaultValue={type === 'password' ? undefined : text} />}
    </Field>
  )
}

/** A day, picked or typed; posted as 2026-11-24. */
export function DateField({ name, label, hint, required, initial, ...input }: FieldProps & Pick<InputProps, 'min' | 'max'> & { initial?: string }) {
  return (
    <Field {...{ name, label, hint, required, initial }}>
      {({ common, text }) => <input {...common} {...input} type="date" className="input input-short" defaultValue={text} />}
    </Field>
  )
}

/** Grows with what is written in it. */
export function TextArea({ name, label, hint, required, initial, rows = 3, placeholder }: FieldProps & { initial?: string; rows?: number; placeholder?: string }) {
  return (
    <Field {...{ name, label, hint, required, initial }}>
      {({ common, text }) => <textarea {...common} rows={rows} placeholder={placeholder} className="input" defaultValue={text} />}
    </Field>
  )
}

export type Option = { value: string; label: string; hint?: string }

type SelectProps = FieldProps & {
  /** The empty first line, such as "골라 주세요": nothing is chosen for anybody. */
  none: string
  options: Option[]
  /** Options under headings, after the plain ones. */
  groups?: { label: string; options: Option[] }[]
  initial?: string
}

export function Select({ name, label, hint, required, initial, none, options, groups = [] }: SelectProps) {
  const line = (option: Option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  )
  return (
    <Field {...{ name, label, hint, required, initial }}>
      {({ common, text }) => (
        <select {...common} className="input" defaultValue={text}>
          <option value="">{none}</option>
          {options.map(line)}
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.options.map(line)}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A picture or a PDF; on a telephone its camera is offered. What was chosen cannot be sent back to the page. */
export function FileField({ name, label, hint, required, accept = 'image/jpeg,image/png,image/webp,application/pdf' }: FieldProps & { accept?: string }) {
  return (
    <Field {...{ name, label, hint, required }}>
      {({ common }) => <input {...common} type="file" accept={accept} className="input file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-(--teal-wash) file:px-3 file:py-1 file:font-semibold file:text-(--teal)" />}
    </Field>
  )
}

/** A value that travels with the form unseen. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}

type SubmitProps = { children: ReactNode; weight?: 'main' | 'quiet' | 'grave'; name?: string; value?: string }

/** Sends the form once: a second press while it is on its way does nothing. */
export function SubmitButton({ children, weight = 'main', name, value }: SubmitProps) {
  const { pending, words } = useContext(FormContext)
  return (
    <button type="submit" name={name} value={value} className={weight === 'main' ? 'btn' : `btn btn-${weight}`} aria-disabled={pending || undefined}>
      {pending && <span className="spinner" aria-hidden />}
      {pending ? words.sending : children}
    </button>
  )
}
