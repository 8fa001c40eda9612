'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '#lib/access/form.ts'
import { sayIssues } from '#lib/access/say-issues.ts'
import { signIn, signInByPasskey, visitorLocale, type SignedInOrNot } from '#lib/access/session.ts'
import { env } from '#lib/core/env.ts'
import { answerWith } from '#lib/core/request.ts'
import { sentence } from '#lib/words/translate.ts'
import { demoPassword } from '#prisma/seed/cast.ts'

const SignIn = z.object({
  email: z.string('core.field.required').trim().min(1, 'core.field.required').max(254, 'core.field.email'),
  password: z.string('core.field.required').min(1, 'core.field.required').max(1_000, 'access.signIn.wrong'),
})

/** E-mail and password. What was typed comes back, save the password. */
export async function signInHere(_before: FormState, data: FormData): Promise<FormState> {
  const entered = SignIn.safeParse({ email: typed(data, 'email'), password: typed(data, 'password') })
  const values = { email: typed(data, 'email')?.slice(0, 254) ?? '', next: typed(data, 'next') ?? '' }
  if (!entered.success) {
    answerWith(422)
    return { ...sayIssues(await visitorLocale(), entered.error), values }
  }
  return enter(await signIn(entered.data.email, entered.data.password, values.next), values)
}

/** By passkey alone: what the browser has signed. */
export async function signInWithPasskeyHere(_before: FormState, data: FormData): Promise<FormState> {
  const values = { next: typed(data, 'next') ?? '' }
  const result = await signInByPasskey((typed(data, 'answer') ?? '').slice(0, 6_000), values.next)
  return enter(result, values, 'accounts.passkey.failed')
}

/** The demo's one press: the same door, with the password that everybody knows. */
export async function signInAs(_before: FormState, data: FormData): Promise<FormState> {
  const values = { next: typed(data, 'next') ?? '' }
  return enter(await signIn(env().demo ? (typed(data, 'email') ?? '') : '', demoPassword, values.next), values)
}

async function enter(result: SignedInOrNot, values: { next: string }, wrong: 'access.signIn.wrong' | 'accounts.passkey.failed' = 'access.signIn.wrong'): Promise<FormState> {
  if ('goTo' in result) redirect(result.goTo)
  const locale = await visitorLocale()
  if ('waitMinutes' in result) {
    answerWith(429)
    return { values, message: sentence(locale, 'core.refusal.tooMany', { minutes: result.waitMinutes }) }
  }
  answerWith(401)
  return { values, message: sentence(locale, wrong) }
}

/** Anything may be sent here, even something that is no form. */
function typed(data: unknown, name: string): string | undefined {
  const value = data instanceof FormData ? data.get(name) : undefined
  return typeof value === 'string' ? value : undefined
}
