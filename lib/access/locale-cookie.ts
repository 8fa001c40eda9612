import { env } from '#lib/core/env.ts'
import { localeCookie } from '#lib/words/locale.ts'

/** Over https no other host, not even one beneath ours, can set it. */
export const localeCookieName = (): string => (env().url?.startsWith('https:') ? `__Host-${localeCookie}` : localeCookie)
