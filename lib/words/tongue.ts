import type { Locale } from './locale.ts'

/** People write in Korean whatever language the page is in; a voice that reads aloud should know. For `lang`. */
export const tongueOf = (text: string, locale: Locale): 'ko' | undefined => (locale !== 'ko' && /[가-힣]/.test(text) ? 'ko' : undefined)
