import type { z } from 'zod'
import type { Locale } from '#lib/words/locale.ts'
import { isMessageKey, sentence } from '#lib/words/translate.ts'
import type { FormState } from './form.ts'

/** A schema's complaints as sentences at their fields. Schemas name sentences of the catalogue; others get a general one. */
export function sayIssues(locale: Locale, error: z.ZodError): FormState {
  const errors: Record<string, string[]> = {}
  let message = sentence(locale, 'core.refusal.invalid')
  for (const issue of error.issues) {
    const field = issue.path[0]
    if (issue.code === 'unrecognized_keys' || field === undefined) message = sentence(locale, 'core.field.unexpected')
    else (errors[String(field)] ??= []).push(say(locale, issue))
  }
  return { errors, message }
}

function say(locale: Locale, issue: z.core.$ZodIssue): string {
  const most = 'maximum' in issue ? Number(issue.maximum) : 0
  const least = 'minimum' in issue ? Number(issue.minimum) : 0
  if (isMessageKey(issue.message)) return sentence(locale, issue.message, { most, least })
  if (issue.code === 'invalid_type' && issue.input === undefined) return sentence(locale, 'core.field.required')
  return sentence(locale, 'core.field.unexpected')
}
