import { z } from 'zod'

/** One line or several; trimmed, without control characters, never empty. */
export const Text = (longest: number) =>
  z.string().transform(clean).pipe(z.string().min(1, 'core.field.required').max(longest, 'core.field.tooLong'))

/** The same, but may be left out: then ''. */
export const MaybeText = (longest: number) =>
  z.string().default('').transform(clean).pipe(z.string().max(longest, 'core.field.tooLong'))

/** A group of checkboxes: none, one or several. */
export const Many = <S extends z.ZodType>(one: S, least = 0, most = 50) =>
  z.preprocess((value): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(one).min(least, 'core.field.chooseSome').max(most, 'core.field.unexpected'))

/** A field that browsers send empty when nothing was entered. */
export const Maybe = <S extends z.ZodType>(inner: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), inner.optional())

/** A box: not sent when it is empty. Anything a box cannot send is no answer. */
export const Ticked = z.preprocess((value) => {
  if (value === undefined || value === '' || value === 'false') return false
  return value === 'on' || value === 'true' ? true : value
}, z.boolean('core.field.unexpected'))

/** A day as `<input type="date">` sends it: 2026-11-24. */
export const Day = z.iso.date('core.field.date')

/** A Korean local time as `<input type="datetime-local">` sends it, made a moment. */
export const Moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'core.field.date')
  .transform((text) => new Date(`${text}:00+09:00`))
  .refine((at) => !Number.isNaN(at.getTime()), 'core.field.date')

export const Version = z.coerce.number().int().min(1)

/** Control characters but tab and line feed, and the marks that turn text around. */
const unseen = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

function clean(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replace(unseen, '').trim()
}
