/** The languages in which families are asked. The service itself speaks Korean and English. */
export const tongues = ['ko', 'en', 'vi', 'zh', 'ru'] as const
export type Tongue = (typeof tongues)[number]

/** Each called as its own speakers call it. */
export const tongueNames = { ko: '한국어', en: 'English', vi: 'Tiếng Việt', zh: '简体中文', ru: 'Русский' } satisfies Record<Tongue, string>

/** For `lang` and for dates. */
export const tongueTags = { ko: 'ko', en: 'en', vi: 'vi', zh: 'zh-Hans', ru: 'ru' } satisfies Record<Tongue, string>

export const isTongue = (value: unknown): value is Tongue => tongues.some((tongue) => tongue === value)

const formats = new Map<Tongue, Intl.DateTimeFormat>()

/** 2027년 2월 28일 · 28 tháng 2, 2027 · 2027年2月28日 · 28 февраля 2027 г. */
export function dayIn(tongue: Tongue, at: Date): string {
  const known = formats.get(tongue) ?? new Intl.DateTimeFormat(tongue === 'en' ? 'en-GB' : tongueTags[tongue], { dateStyle: 'long', timeZone: 'Asia/Seoul' })
  formats.set(tongue, known)
  return known.format(at)
}

/** '{day}까지' with what it speaks of. */
export const put = (text: string, values: Record<string, string | number>): string => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
