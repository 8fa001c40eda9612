'use client'

import type { ReactNode } from 'react'
import { FieldNotes, LabelText, type FieldProps } from './field-parts.tsx'
import type { Option } from './fields.tsx'
import { useField } from './form-state.ts'
import { Icon } from './icon.tsx'
import type { Tone } from './tone.ts'

type GroupProps = FieldProps & { several?: boolean; initial?: string | string[] }

type OptionBox = (option: Option & { tone?: Tone }, look: 'chip' | 'choice') => ReactNode

/** The frame of a group of boxes. Its first box carries the field's id, so an error can lead to it. */
function BoxGroup({ name, label, hint, required, several, initial, first, children }: GroupProps & { first: string | undefined; children: (box: OptionBox) => ReactNode }) {
  const { id, errors, words, chosen, described, wrong } = useField(name, initial)
  const box: OptionBox = (option, look) => (
    <label key={option.value} className={look === 'chip' ? 'chip' : `choice tone-${option.tone ?? 'teal'}`}>
      <input
        type={several ? 'checkbox' : 'radio'}
        id={option.value === first ? id : undefined}
        name={name}
        value={option.value}
        defaultChecked={chosen.includes(option.value)}
        aria-describedby={option.value === first ? described(hint) : undefined}
      />
      {look === 'chip' && <Icon name="check" className="tick" />}
      <span>
        {option.label}
        {option.hint && <small>{option.hint}</small>}
      </span>
    </label>
  )
  return (
    <fieldset className="field" data-field={name} data-wrong={wrong}>
      <legend className="field-label">
        <LabelText label={label} optional={!required && words.optional} />
      </legend>
      <FieldNotes id={id} hint={hint} errors={errors} />
      {children(box)}
    </fieldset>
  )
}

type ChoicesProps = GroupProps & {
  options: (Option & { tone?: Tone })[]
  /** Beside each other when short, as "how urgent?" on the referral. */
  row?: boolean
}

/** One of a few (or, with `several`, some of a few), each with room for an explanation. */
export function Choices({ options, row, ...group }: ChoicesProps) {
  return (
    <BoxGroup {...group} first={options[0]?.value}>
      {(box) => <div className={row ? 'choices-row' : 'choices'}>{options.map((option) => box(option, 'choice'))}</div>}
    </BoxGroup>
  )
}

type ChipGroup = { title?: string; options: Option[]; more?: { label: string; options: Option[] } }

/** Short words to tap, in titled groups; the rarer ones of a group wait behind `more`. */
export function Chips({ groups, ...group }: GroupProps & { groups: ChipGroup[] }) {
  return (
    <BoxGroup several {...group} first={groups[0]?.options[0]?.value}>
      {(box) =>
        groups.map(({ title, options, more }, at) => (
          <div key={title ?? at} role={title ? 'group' : undefined} aria-label={title}>
            {title && <p className="chips-title" aria-hidden>{title}</p>}
            <div className="chips">
              {options.map((option) => box(option, 'chip'))}
              {more && <MoreChips {...more} name={group.name} initial={group.initial} box={box} />}
            </div>
          </div>
        ))
      }
    </BoxGroup>
  )
}

/** Open from the start when one of its chips is chosen already: nothing chosen is ever hidden. */
function MoreChips({ label, options, name, initial, box }: { label: string; options: Option[]; name: string; initial?: string | string[]; box: OptionBox }) {
  const { chosen } = useField(name, initial)
  return (
    <details className="chips-more" open={options.some((option) => chosen.includes(option.value))}>
      <summary className="chip">{label}</summary>
      <div className="chips">{options.map((option) => box(option, 'chip'))}</div>
    </details>
  )
}
