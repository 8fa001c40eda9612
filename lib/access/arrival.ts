import { cookies, headers } from 'next/headers'
import { isLocale } from '#lib/words/locale.ts'
import { localeCookieName } from './locale-cookie.ts'
import type { Arrival } from './sign-in.ts'

/** Where this request comes from: our server has written the visitor's address, and removed what others claimed. */
export async function arrival(): Promise<Arrival> {
  const sent = await headers()
  const chosen = (await cookies()).get(localeCookieName())?.value
  return { address: sent.get('x-hanai-address') ?? 'unknown', userAgent: sent.get('user-agent') ?? undefined, chosen: isLocale(chosen) ? chosen : undefined }
}
