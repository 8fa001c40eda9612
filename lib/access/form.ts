import { createHash } from 'node:crypto'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import { fault } from '#lib/core/fault.ts'
import { AlreadyDone, Changed, Invalid, InvalidFields, Refusal, type FieldProblem } from '#lib/core/refusal.ts'
import { answerWith, keepTyped } from '#lib/core/request.ts'
import type { Locale } from '#lib/words/locale.ts'
import { sentence } from '#lib/words/translate.ts'
import { sayIssues } from './say-issues.ts'
import { takeFile, valuesOf, type SentFile, type Values } from './sent-values.ts'
import { signedInOrNull, visitorLocale } from './session.ts'

/** What a form shows when it comes back: nothing that was typed is lost. */
export interface FormState {
  message?: string
  errors?: Record<string, string[]>
  values?: Record<string, string | string[]>
}

/** Fields that are never shown again, kept or made part of a digest. */
const secrets = ['password', 'newPassword']
/** At the door also what an app or a passkey answers; inside, a code is a reason and an answer somebody's words. */
const secretsAtTheDoor = [...secrets, 'code', 'answer']

/** A key no schema names: the form's own, which makes a second press harmless. */
const formKey = '_key'

/**
 * The one door for writes from the browser. The schema is strict: a key it does not name is refused. `deed` returns the
 * path to go on to. Works with JavaScript off: the returned state is then rendered by the page that was posted to.
 */
export function formAction<S extends z.ZodObject>(
  schema: S,
  deed: (actor: Actor, input: z.output<S>, file?: SentFile) => Promise<string>,
  /** The form's box for a file, when it has one. Its page is named in scripts/server/guard.ts too. */
  box?: string,
): (before: FormState, data: FormData) => Promise<FormState> {
  const strict = schema.strict()

  return async (_before, data) => {
    const file = box === undefined ? undefined : await takeFile(data, box)
    const values = valuesOf(data)
    const secret = takeOut(values, secrets)
    const actor = await signedInOrNull()
    const locale = actor?.locale ?? (await visitorLocale())
    if (!actor) return back(401, values, { message: sentence(locale, 'core.refusal.signedOut') })

    const { [formKey]: key, ...sent } = values
    const parsed = strict.safeParse({ ...sent, ...secret })
    if (!parsed.success) return back(422, values, sayIssues(locale, parsed.error))
    if (typeof key !== 'string' || !z.uuid().safeParse(key).success) return back(422, values, { message: sentence(locale, 'core.refusal.expired') })

    if (file === 'several') return back(422, values, { errors: { [box ?? '']: [sentence(locale, 'documents.refusal.several')] } })

    const goTo = await attempt(locale, values, () => deed({ ...actor, form: { key, digest: digestOf(sent, file) } }, parsed.data as z.output<S>, file))
    if (typeof goTo !== 'string') return goTo
    // A place on the page one stands on: without this the browser would go there and keep the page as it was.
    if (goTo.includes('#')) refresh()
    redirect(goTo)
  }
}

/**
 * The same for somebody who is not in yet, or not all the way: signing in, a link by mail, a second factor. Nobody is asked
 * for; what is sent counts once by its own nature.
 */
export function visitorAction<S extends z.ZodObject>(schema: S, deed: (input: z.output<S>) => Promise<string>): (before: FormState, data: FormData) => Promise<FormState> {
  const strict = schema.strict()

  return async (_before, data) => {
    const values = data instanceof FormData ? valuesOf(data) : {}
    const secret = takeOut(values, secretsAtTheDoor)
    const locale = await visitorLocale()
    const { [formKey]: _key, ...sent } = values
    const parsed = strict.safeParse({ ...sent, ...secret })
    if (!parsed.success) return back(422, values, sayIssues(locale, parsed.error))
    const goTo = await attempt(locale, values, () => deed(parsed.data as z.output<S>))
    if (typeof goTo !== 'string') return goTo
    redirect(goTo)
  }
}

async function attempt(locale: Locale, values: Values, deed: () => Promise<string>): Promise<string | FormState> {
  try {
    return await deed()
  } catch (error) {
    if (error instanceof AlreadyDone) return error.result
    if (error instanceof Invalid && error.field) {
      return back(422, values, { errors: { [error.field]: [sentence(locale, error.message, error.values)] } })
    }
    if (error instanceof InvalidFields) return back(422, values, { errors: sayProblems(locale, error.problems) })
    if (error instanceof Changed) refresh()
    if (error instanceof Refusal) return back(error.status, values, { message: sentence(locale, error.message, error.values) })
    const reference = fault(error)
    return back(500, values, { message: sentence(locale, 'core.refusal.fault', { reference }) })
  }
}

function sayProblems(locale: Locale, problems: readonly FieldProblem[]): Record<string, string[]> {
  const errors: Record<string, string[]> = {}
  for (const { field, message } of problems) errors[field] = [...(errors[field] ?? []), sentence(locale, message)]
  return errors
}

function back(status: number, values: Values, state: FormState): FormState {
  answerWith(status)
  keepTyped(values)
  return { ...state, values }
}

function takeOut(values: Values, names: string[]): Values {
  const taken = Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)))
  for (const name of names) delete values[name]
  return taken
}

function digestOf(values: Values, file: SentFile | undefined): Uint8Array<ArrayBuffer> {
  const ordered = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
  const hash = createHash('sha256').update(JSON.stringify(ordered))
  if (file) hash.update(file.content)
  return new Uint8Array(hash.digest())
}
