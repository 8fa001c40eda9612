'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { FormState } from '#components/ui/form-state.ts'
import { arrival } from '#lib/access/arrival.ts'
import { sessionCookie } from '#lib/access/next-auth.ts'
import { answerWith } from '#lib/core/request.ts'
import { answerLink, openLink } from '#lib/sharing/family.ts'
import { isTongue, put } from '#lib/sharing/wording/tongue.ts'
import { isoDay } from '#lib/words/days.ts'
import { now } from '#lib/core/clock.ts'
import { wordingOn } from '#lib/sharing/wording/versions.ts'
import { familyCookie } from './family-cookie.ts'

/* The one form that is answered without signing in: a family's, through its link. */

/** The PIN: right, and this browser may read the form for an hour. */
export async function openForm(_before: FormState, data: FormData): Promise<FormState> {
  const { token = '', pin = '', ...sent } = textsOf(data)
  const tongue = isTongue(sent['lang']) ? sent['lang'] : 'ko'
  const { phone } = wordingOn(isoDay(now())).texts[tongue]
  const { address } = await arrival()
  const opened = await openLink(token, pin, address)
  if (opened === null || 'waitMinutes' in opened) {
    answerWith(opened ? 429 : 422)
    return { errors: { pin: [opened ? put(phone.wait, { minutes: opened.waitMinutes }) : phone.wrong] } }
  }
  const { secure } = sessionCookie().options
  ;(await cookies()).set(familyCookie, opened.key, { path: '/consent', httpOnly: true, sameSite: 'strict', secure, maxAge: 3_600 })
  redirect(`/consent/${encodeURIComponent(token)}?lang=${tongue}`)
}

/** The answer to every line, with the signature; once. */
export async function sendAnswer(_before: FormState, data: FormData): Promise<FormState> {
  const { token = '', ...sent } = textsOf(data)
  const tongue = isTongue(sent['lang']) ? sent['lang'] : 'ko'
  const { phone } = wordingOn(isoDay(now())).texts[tongue]
  const jar = await cookies()
  const { address } = await arrival()
  const outcome = await answerLink(token, jar.get(familyCookie)?.value ?? '', tongue, sent, address)
  if (outcome === null) {
    answerWith(409)
    return { message: phone.wrong }
  }
  if (outcome !== 'ANSWERED') {
    answerWith(422)
    const { signature: _, ...values } = sent
    return { errors: Object.fromEntries(Object.entries(outcome).map(([field, what]) => [field, [phone[what]]])), values }
  }
  const { secure } = sessionCookie().options
  jar.set(familyCookie, '', { path: '/consent', httpOnly: true, sameSite: 'strict', secure, maxAge: 0 })
  redirect(`/consent/done?lang=${tongue}`)
}

function textsOf(data: FormData): Record<string, string> {
  return Object.fromEntries([...data.entries()].flatMap(([name, value]) => (typeof value === 'string' && !name.startsWith('$ACTION') ? [[name, value]] : [])))
}
