import type { MessageValues } from './translate.ts'

/** A message taken apart: its fixed texts, and between each two of them the name of a value. */
type Template = { texts: string[]; names: string[] }

const placeholder = /\{\s*(\w+)\s*(?:,\s*number\s*)?\}/

/**
 * Takes a message apart when it only has plain values in it: `{name}`, `{count, number}`.
 * Nine in ten do, and filling those by hand is twenty times faster than the whole of ICU,
 * which is felt on a timeline of hundreds. Plurals, choices, quoting and tags give undefined: they stay with ICU.
 */
export function plainTemplate(message: string): Template | undefined {
  const pieces = message.split(placeholder)
  const texts = pieces.filter((_, at) => at % 2 === 0)
  const names = pieces.filter((_, at) => at % 2 === 1)
  return texts.some((text) => /[{}<']/.test(text)) ? undefined : { texts, names }
}

/** Fills the template; undefined when a value is missing or needs more than writing down. */
export function fill({ texts, names }: Template, values: MessageValues, number: Intl.NumberFormat): string | undefined {
  let filled = texts[0] ?? ''
  for (const [at, name] of names.entries()) {
    const value = values[name]
    if (typeof value === 'string') filled += value
    else if (typeof value === 'number') filled += number.format(value)
    else return undefined
    filled += texts[at + 1] ?? ''
  }
  return filled
}
