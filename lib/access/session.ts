import { cache } from 'react'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { keptTyped } from '#lib/core/request.ts'
import { chooseLocale, isLocale, type Locale } from '#lib/words/locale.ts'
import { actorOf } from './actor-of.ts'
import { arrival } from './arrival.ts'
import { endWhole } from './end-session.ts'
import { entering, stepOf, wayIn, type Entering } from './entering.ts'
import { localeCookieName } from './locale-cookie.ts'
import { localPath } from './local-path.ts'
import { enterWithPasskey, enterWithPassword, sessionCookie, sessionKeyIn, type Entry } from './next-auth.ts'

/** The signed-in person, or null. Asked of the database once a request. */
export const signedInOrNull = cache(async (): Promise<Actor | null> => {
  const jar = await cookies()
  const key = await sessionKeyIn(jar)
  const chosen = jar.get(localeCookieName())?.value
  return key === null ? null : actorOf(key, isLocale(chosen) ? chosen : undefined)
})

/** Whoever has signed in, all the way or with a second factor still to show. */
export const onTheWay = cache(async (): Promise<Entering | null> => {
  const key = await sessionKeyIn(await cookies())
  return key === null ? null : entering(key)
})

/** The signed-in person; whoever is not is sent to sign in, and back to `from` or this page afterwards. */
export async function signedIn(from?: string): Promise<Actor> {
  const actor = await signedInOrNull()
  if (actor) return actor
  // What was posted is shown once more (not-found.tsx) rather than lost on the way to the sign-in page.
  if (keptTyped()?.status === 401) notFound()
  const here = localPath(from ?? (await headers()).get('x-hanai-path') ?? undefined)
  const who = await onTheWay()
  if (who && !who.enough) redirect(stepOf(who, here))
  redirect(here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`)
}

/** The language of somebody we do not know yet: what she chose before, else what her browser asks for, else Korean. */
export async function visitorLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookieName())?.value
  return chooseLocale(chosen, (await headers()).get('accept-language'))
}

/** In, and where to go on to: where she wanted, or to her second factor first. Or why not. */
export type SignedInOrNot = { goTo: string } | { wrong: true } | { waitMinutes: number }

/** Signs in and sets the cookie; or says why not. For a server action. */
export async function signIn(email: string, password: string, next: string): Promise<SignedInOrNot> {
  return keep(await enterWithPassword(email, password, await arrival()), next)
}

export async function signInByPasskey(answer: string, next: string): Promise<SignedInOrNot> {
  return keep(await enterWithPasskey(answer, await arrival()), next)
}

async function keep(result: Entry, next: string): Promise<SignedInOrNot> {
  if (!('cookie' in result)) return result
  const jar = await cookies()
  await leaveNothingBefore()
  jar.set(result.cookie.name, result.cookie.value, sessionCookie().options)
  await rememberLocale(result.locale)
  const key = await sessionKeyIn({ get: () => result.cookie })
  return { goTo: key === null ? '/sign-in' : await wayIn(key, localPath(next)) }
}

/** Whoever signs in anew in a browser leaves no session behind in it. */
export async function leaveNothingBefore(): Promise<void> {
  const before = await sessionKeyIn(await cookies())
  if (before !== null) await endWhole(before)
}

/** Ends the session where it counts, in the database, then forgets the cookie. */
export async function signOut(): Promise<void> {
  const jar = await cookies()
  const sessionKey = await sessionKeyIn(jar)
  if (sessionKey) await endWhole(sessionKey)
  const { name, options } = sessionCookie()
  // Written anew rather than deleted: a browser heeds a __Host- cookie only when it comes as one.
  jar.set(name, '', { ...options, maxAge: 0 })
  // Whoever sits down next is spoken to in the language of the browser.
  jar.set(localeCookieName(), '', { ...options, maxAge: 0 })
}

/** The language of the reader: in this browser, and for the person when signed in. */
export async function speak(locale: Locale): Promise<void> {
  await rememberLocale(locale)
  const actor = await signedInOrNull()
  if (!actor) return
  const { officeId, staffId } = actor
  await asActor(actor, (tx) => tx.account.updateMany({ where: { officeId, staffId }, data: { locale } }))
}

export async function rememberLocale(locale: Locale): Promise<void> {
  const { secure } = sessionCookie().options
  ;(await cookies()).set(localeCookieName(), locale, { path: '/', maxAge: 400 * 86_400, sameSite: 'lax', httpOnly: true, secure })
}
