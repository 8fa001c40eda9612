/** The languages people can read Hanai in. Korean is the first and the one that others are checked against. */
export const locales = ['ko', 'en'] as const

export type Locale = (typeof locales)[number]

/** The cookie that remembers the reader's choice before, and apart from, signing in. */
export const localeCookie = 'hanai_locale'

export function isLocale(value: unknown): value is Locale {
  return value === 'ko' || value === 'en'
}

/**
 * The reader's language: what she chose, else the first language of her browser that we speak, else Korean.
 * `accepted` is an Accept-Language header; its order is trusted and its weights are not read.
 */
export function chooseLocale(chosen: string | undefined, accepted: string | null): Locale {
  if (isLocale(chosen)) return chosen
  for (const part of accepted?.split(',') ?? []) {
    const language = part.trim().slice(0, 2).toLowerCase()
    if (isLocale(language)) return language
  }
  return 'ko'
}
